import { App, Button, Flex, Form, Input, Radio, Tabs } from 'antd';
import { useState } from 'react';
import { DayInput, DownloadButton, PaperFormat } from '../../ui/index.ts';
import type { DocumentView } from './api.ts';

type Written = NonNullable<DocumentView['texts']>;

/** The document as each channel takes it, to copy, to print or to download. */
export function Texts({ view, texts }: { view: DocumentView; texts: Written }) {
	const base = `/api/dispatch-documents/${view.documentId}`;
	return (
		<section className="gk-panel">
			<h2>各渠道的文稿</h2>
			<Tabs
				items={[
					{ key: 'wechat', label: '微信图文', children: <Wechat base={base} article={texts.wechat} /> },
					{ key: 'weibo', label: '微博', children: <Weibo texts={texts.weibo} /> },
					{ key: 'notice', label: '公示栏张贴页', children: <Notice base={base} /> },
					{ key: 'broadcast', label: '播音稿', children: <Broadcast base={base} /> },
				]}
			/>
		</section>
	);
}

function Wechat({ base, article }: { base: string; article: Written['wechat'] }) {
	return (
		<>
			<Flex gap={8} wrap className="gk-gap">
				<DownloadButton path={`${base}/wechat.zip`} label="下载图文包" />
				<CopyButton text={article.digest} label="复制摘要" />
			</Flex>
			<p className="gk-hint">
				图文包含正文、{article.pictures} 张图片和填写说明。摘要：{article.digest}
			</p>
			<iframe
				className="channels-preview"
				title="图文预览"
				sandbox="allow-same-origin"
				srcDoc={article.html}
				height={480}
			/>
		</>
	);
}

function Weibo({ texts }: { texts: Written['weibo'] }) {
	return texts.map(({ limit, text }) => (
		<div key={limit} className="gk-gap">
			<h3>不超过{limit}字</h3>
			<p className="gk-pre">{text}</p>
			<CopyButton text={text} label={`复制${limit}字微博`} />
		</div>
	));
}

function CopyButton({ text, label }: { text: string; label: string }) {
	const { message } = App.useApp();
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			message.success('已复制。');
		} catch {
			message.warning('浏览器不允许复制，请选中文字后复制。');
		}
	};
	return <Button onClick={() => void copy()}>{label}</Button>;
}

interface Posting {
	size: string;
	place?: string;
	from?: string | null;
	to?: string | null;
}

function addressOf(path: string, values: Readonly<Record<string, string | null | undefined>>): string {
	const given = Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : []));
	return `${path}?${new URLSearchParams(given)}`;
}

function Notice({ base }: { base: string }) {
	const [values, setValues] = useState<Posting>({ size: 'a4' });
	return (
		<Form layout="vertical" initialValues={values} onValuesChange={(_changed, all: Posting) => setValues(all)}>
			<Form.Item name="size" label="纸张">
				<Radio.Group
					options={[
						{ value: 'a4', label: 'A4' },
						{ value: 'a3', label: 'A3' },
					]}
				/>
			</Form.Item>
			<Form.Item name="place" label="张贴地点">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="from" label="公示起日">
				<DayInput />
			</Form.Item>
			<Form.Item name="to" label="公示止日">
				<DayInput />
			</Form.Item>
			<DownloadButton type="primary" path={addressOf(`${base}/notice.pdf`, { ...values })} label="下载张贴页" />
		</Form>
	);
}

function Broadcast({ base }: { base: string }) {
	const [values, setValues] = useState<{ times?: string; format?: string }>({ format: 'docx' });
	return (
		<Form layout="vertical" onValuesChange={(_changed, all: { times?: string; format?: string }) => setValues(all)}>
			<Form.Item name="times" label="播出时间" extra="如：每天早七点、晚六点，连播三天">
				<Input maxLength={100} />
			</Form.Item>
			<PaperFormat />
			<DownloadButton type="primary" path={addressOf(`${base}/broadcast`, values)} label="下载播音稿" />
		</Form>
	);
}
