import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Form, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { FormIssues, RecoveredNote, useAutosave, useServerForm } from '../../../ui/index.ts';
import { type Offers, type Report, type Section, saveSection } from '../api.ts';
import { insertAt, openKeys } from './printed.ts';
import { ProblemFields } from './problem-fields.tsx';
import { Rectified } from './rectified.tsx';
import { WordsCheck } from './words-check.tsx';

interface Values {
	text: string;
	problems?: { problem: string; measure: string }[];
}

interface SectionEditorProps {
	report: Pick<Report['report'], 'id' | 'year'>;
	section: Section;
	offers: Offers;
	onClose: () => void;
}

/** Writes one section. What is typed is kept on this machine until it is saved; two people writing at once are told. */
export function SectionEditor({ report, section, offers, onClose }: SectionEditorProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const area = useRef<TextAreaRef>(null);
	const initial: Values = { text: section.content.text, problems: [...(section.content.problems ?? [])] };
	const { form, fault, busy, props } = useServerForm<Values>(async ({ text = '', problems = [] }) => {
		await saveSection(report.id, section.n, { content: contentOf(section.n, { text, problems }), base: section.base });
		draft.forget();
		await queries.invalidateQueries({ queryKey: ['reports'] });
		message.success('已保存。');
		onClose();
	});
	const written = Form.useWatch([], { form, preserve: true }) ?? initial;
	const draft = useAutosave<Values>({
		key: `report:${report.id}:${section.n}`,
		value: { ...initial, ...written },
		version: section.base,
	});
	const put = (piece: string, ownLine: boolean) => {
		const text = form.getFieldValue('text') ?? '';
		const place = area.current?.resizableTextArea?.textArea.selectionStart ?? text.length;
		const next = insertAt(text, piece, place, ownLine);
		form.setFieldValue('text', next.text);
		area.current?.focus();
	};
	const open = openKeys(written.text ?? '', offers.facts);
	return (
		<Form {...props} initialValues={initial}>
			<RecoveredNote
				recovered={draft.recovered}
				onAnswer={(wanted) => {
					if (wanted && draft.recovered) form.setFieldsValue(draft.recovered.value);
					draft.answerRecovered(wanted);
				}}
			/>
			<FormIssues fault={fault} />
			<div className="gk-write">
				<div>
					<Form.Item
						name="text"
						label={section.n === 5 ? '上年问题整改等情况' : '正文'}
						extra="单独成行的「（一）……」作为小标题；每行一段。"
					>
						<Input.TextArea ref={area} autoSize={{ minRows: 8, maxRows: 24 }} />
					</Form.Item>
					{open.length > 0 ? (
						<Alert className="gk-gap" type="warning" showIcon title={`引用的数据尚无数字：${open.join('、')}`} />
					) : null}
					{section.n === 5 ? <ProblemFields /> : null}
					<WordsCheck
						reportId={report.id}
						section={section.n}
						content={contentOf(section.n, { ...initial, ...written })}
					/>
				</div>
				<div>
					<FactSelect facts={offers.facts} onTake={(key) => put(`{{${key}}}`, false)} />
					<OfferList
						offers={offers.offers.filter((offer) => offer.section === section.n)}
						facts={offers.facts}
						onTake={(text) => put(text, true)}
					/>
					{section.n === 5 ? <Rectified year={report.year} onTake={(text) => put(text, true)} /> : null}
					{section.n === 5 && offers.lastYear ? <LastYear lastYear={offers.lastYear} /> : null}
				</div>
			</div>
			<Flex gap={8}>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
				<Button onClick={onClose}>取消</Button>
			</Flex>
		</Form>
	);
}

/** Only section five has problems. */
function contentOf(n: number, { text, problems = [] }: Values): Values {
	return n === 5 ? { text, problems } : { text };
}

function OfferList({
	offers,
	facts,
	onTake,
}: {
	offers: readonly Offers['offers'][number][];
	facts: Offers['facts'];
	onTake: (text: string) => void;
}) {
	if (offers.length === 0) return null;
	return (
		<>
			<p className="gk-hint">参考段落（数字为今日数据，引用后随数据变化）：</p>
			<ul className="gk-offers">
				{offers.map((offer) => (
					<li key={offer.key}>
						{offer.preview}{' '}
						<Button size="small" onClick={() => onTake(offer.text)}>
							引用「{offer.label}」
						</Button>
						<Lacking keys={offer.missing} facts={facts} />
					</li>
				))}
			</ul>
		</>
	);
}

/** What a paragraph still waits for; in the county's report, of which offices. */
function Lacking({ keys, facts }: { keys: readonly string[]; facts: Offers['facts'] }) {
	const lacking = facts.filter(({ key }) => keys.includes(key));
	if (lacking.length === 0) return null;
	const texts = lacking.map(({ label, unknownOf }) => (unknownOf ? `${label}：${namesOf(unknownOf)}` : label));
	return <div className="gk-hint">尚无数据：{texts.join('；')}</div>;
}

function namesOf(offices: readonly string[]): string {
	const shown = offices.slice(0, 5).join('、');
	return offices.length > 5 ? `${shown}等${offices.length}个机关` : shown;
}

function LastYear({ lastYear }: { lastYear: NonNullable<Offers['lastYear']> }) {
	return (
		<details className="gk-gap">
			<summary>上年报告的问题和改进措施（{lastYear.label}）</summary>
			<p style={{ whiteSpace: 'pre-line' }}>{lastYear.problems || '上年报告没有写明。'}</p>
		</details>
	);
}

function FactSelect({ facts, onTake }: { facts: Offers['facts']; onTake: (key: string) => void }) {
	const options = facts.map(({ key, label, value, unit }) => ({
		value: key,
		label: `${label}：${value === null ? '尚无数据' : `${value}${unit}`}`,
	}));
	return (
		<Form.Item label="引用数据">
			<Select
				className="gk-full"
				showSearch={{ optionFilterProp: 'label' }}
				placeholder="查找并插入到光标处"
				value={null}
				options={options}
				onChange={(key: string | null) => (key ? onTake(key) : undefined)}
			/>
		</Form.Item>
	);
}
