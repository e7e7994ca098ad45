import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useParams } from 'react-router';
import {
	DateText,
	DescriptionList,
	DueBadge,
	FormIssues,
	Loaded,
	PageHeader,
	StatusTag,
	useServerForm,
} from '../../../ui/index.ts';
import { articleOnly } from '../page/article-only.ts';
import { PreviewFrame } from '../page/preview.tsx';
import '../publishing.css';
import { type AnswerBody, ASKED, type AskedOne, answerRequest, readAskedOne } from './api.ts';
import { ReplyFields } from './reply-fields.tsx';
import { REQUEST_LOOK } from './states.ts';
import { useCoordinate } from './use-coordinate.ts';

/** One document another office wants confirmed: its question, the text as it stood when it asked, and the answer. */
export function AskedPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...ASKED, id], queryFn: () => readAskedOne(id) });
	return <Loaded query={query}>{(asked) => <View asked={asked} />}</Loaded>;
}

function View({ asked }: { asked: AskedOne }) {
	const { title, askingName, outcome, html, mayAnswer } = asked;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${askingName}征求意见`}
				tags={<StatusTag state={outcome?.kind ?? 'waiting'} look={REQUEST_LOOK} />}
				back={{ to: '/documents/coordination', label: '协商确认' }}
			/>
			<div className="pub-page">
				<section className="gk-panel pub-sheet" aria-label="征求意见的正文">
					<div className="pub-sheet-head">
						<h2>征求意见时的正文</h2>
					</div>
					<PreviewFrame html={articleOnly(html)} title="征求意见时的正文" />
				</section>
				<div>
					<section className="gk-panel">
						<h2>需要确认的内容</h2>
						<p className="gk-pre">{asked.question}</p>
						<Facts asked={asked} />
					</section>
					{mayAnswer ? <AnswerForm id={asked.id} /> : null}
				</div>
			</div>
		</>
	);
}

function Facts({ asked: { askingName, askedOn, replyBy, outcome, overdue } }: { asked: AskedOne }) {
	const answer = outcome
		? [
				{ label: '答复', value: <StatusTag state={outcome.kind} look={REQUEST_LOOK} /> },
				...(outcome.words ? [{ label: '意见', value: outcome.words }] : []),
				{ label: '答复人', value: outcome.personName },
				{
					label: '答复日期',
					value: (
						<>
							<DateText day={outcome.onDay} />
							{overdue ? '（超过期限）' : ''}
						</>
					),
				},
			]
		: [];
	return (
		<DescriptionList
			narrow
			items={[
				{ label: '征求机关', value: askingName },
				{ label: '收到日期', value: <DateText day={askedOn} /> },
				{ label: '答复期限', value: outcome ? <DateText day={replyBy} /> : <DueBadge due={replyBy} withDay /> },
				...answer,
			]}
		/>
	);
}

function AnswerForm({ id }: { id: number }) {
	const send = useCoordinate();
	const { fault, busy, props } = useServerForm<Partial<AnswerBody>>(({ reply = 'confirmed', opinion = '' }) =>
		send(() => answerRequest(id, { reply, opinion }), '已答复。'),
	);
	return (
		<section className="gk-panel" aria-label="答复">
			<h2>答复</h2>
			<p className="gk-hint">以本机关名义答复，只答复一次；对方改动正文后会再次征求。</p>
			<Form {...props}>
				<FormIssues fault={fault} />
				<ReplyFields />
				<Button type="primary" htmlType="submit" loading={busy}>
					提交答复
				</Button>
			</Form>
		</section>
	);
}
