import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form } from 'antd';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DataTable, EmptyState, FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { DISPATCHES, type DocumentView, prepare, readDocument } from './api.ts';
import { DISPATCH_COLUMNS } from './dispatch-list.tsx';
import { Texts } from './push-texts.tsx';
import './channels.css';

/** «推送到其他渠道»: where a document goes, and what it looks like there. */
export function PushPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...DISPATCHES, 'document', id], queryFn: () => readDocument(id) });
	return <Loaded query={query}>{(view) => <Page view={view} onChanged={() => void query.refetch()} />}</Loaded>;
}

function Page({ view, onChanged }: { view: DocumentView; onChanged: () => void }) {
	const { can } = useSession();
	return (
		<>
			<PageHeader
				title={view.title}
				subtitle="推送到其他渠道。同一件信息经过多种渠道只算一件。"
				back={{ to: `/documents/${view.documentId}`, label: '政府信息' }}
			/>
			{view.isPublic ? null : (
				<Alert type="warning" showIcon className="gk-gap" title="该信息已经撤下，请从以下渠道撤下后逐条确认。" />
			)}
			<section className="gk-panel">
				<h2>推送记录</h2>
				<DataTable
					label="该信息的推送记录"
					columns={DISPATCH_COLUMNS}
					rows={view.dispatches}
					rowKey={({ id }) => id}
					empty={{ title: '还没有推送到其他渠道' }}
				/>
			</section>
			{view.isPublic && can('channel.manage') ? (
				<section className="gk-panel">
					<h2>选择渠道</h2>
					<Chooser view={view} onChanged={onChanged} />
				</section>
			) : null}
			{view.texts ? <Texts view={view} texts={view.texts} /> : null}
		</>
	);
}

function Chooser({ view, onChanged }: { view: DocumentView; onChanged: () => void }) {
	const { form, fault, busy, props } = useServerForm<{ channelIds?: number[] }>(async ({ channelIds = [] }) => {
		await prepare(view.documentId, channelIds);
		form.resetFields();
		onChanged();
	});
	const free = view.channels.filter(({ isBusy }) => !isBusy);
	if (free.length === 0)
		return <EmptyState title="没有可以推送的渠道" hint="已经推送的不再列出；新的渠道请在「公开渠道」备案。" />;
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			<Form.Item name="channelIds" label="渠道">
				<Checkbox.Group
					options={free.map(({ id, name, kindLabel }) => ({ value: id, label: `${name}（${kindLabel}）` }))}
				/>
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={busy}>
				准备推送
			</Button>
		</Form>
	);
}
