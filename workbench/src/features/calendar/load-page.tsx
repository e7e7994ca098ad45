import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { FormIssues, PageHeader, useServerForm } from '../../ui/index.ts';
import { loadNotice, type NoticeInput, type Preview, previewNotice } from './api.ts';
import './calendar.css';
import { Effect } from './effect.tsx';
import { missingYear, usualTitle } from './missing.ts';
import { NoticeFields } from './notice-fields.tsx';
import { refuseIssues } from './preview-issues.ts';

/** Loading a notice in two steps: paste its text and look at what it changes, then load it. */
export function LoadPage() {
	const { session } = useSession();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [preview, setPreview] = useState<Preview | null>(null);
	const { form, fault, busy, props } = useServerForm<NoticeInput>(async (values) => {
		if (!preview) {
			const answer = await previewNotice(values);
			refuseIssues(answer.issues);
			return setPreview(answer);
		}
		await loadNotice(values);
		await Promise.all([['calendar'], ['session']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('放假通知已载入，期限已按新日历计算。');
		await navigate(`/calendar?year=${values.year}`);
	});
	const year = missingYear(session.calendarUntil, session.today)?.year ?? Number(session.today.slice(0, 4));
	const initial: Partial<NoticeInput> = {
		scope: 'national',
		year,
		title: usualTitle(year),
		number: '',
		source: '',
		text: '',
		stopsClocks: false,
	};
	return (
		<>
			<PageHeader title="载入放假通知" back={{ to: '/calendar', label: '工作日历' }} />
			<Form {...props} initialValues={initial} onValuesChange={() => setPreview(null)}>
				<div className="gk-panel gk-form">
					<FormIssues fault={fault} />
					<NoticeFields form={form} />
				</div>
				<div aria-live="polite">{preview ? <Effect preview={preview} /> : null}</div>
				<Flex gap={8}>
					<Button type="primary" htmlType="submit" loading={busy}>
						{preview ? '确认载入' : '预览'}
					</Button>
					<Button onClick={() => void navigate('/calendar')}>取消</Button>
				</Flex>
			</Form>
		</>
	);
}
