import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { ConfirmReason, DownloadButton, formatDay, Loaded, PageHeader, StatusTag } from '../../ui/index.ts';
import { CodesPanel } from './codes-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { SurveyResults } from './survey-results.tsx';
import { moveSurvey, readSurvey, SURVEYS, type Survey, type SurveyAction } from './surveys-api.ts';
import { PHASE_LOOK, QUESTION_KINDS } from './words.ts';
import './evaluation.css';

export function SurveyPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...SURVEYS, id], queryFn: () => readSurvey(id) });
	return <Loaded query={query}>{(survey) => <Page survey={survey} />}</Loaded>;
}

/** One questionnaire: what is asked, who may do what with it, what was answered, what was changed. */
function Page({ survey }: { survey: Survey }) {
	const { can } = useSession();
	const mayManage = can('evaluation.manage');
	const { id, title, number, version, phase, opensOn, closesOn, state, intro, questions, publishedAt } = survey;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${number}　第${version}版　${formatDay(opensOn)}至${formatDay(closesOn)}`}
				back={{ to: '/surveys', label: '社会评议' }}
				tags={
					<>
						<StatusTag state={phase} look={PHASE_LOOK} />
						{publishedAt ? <StatusTag state="published" look={{ published: ['结果已公布', 'success'] }} /> : null}
					</>
				}
				extra={
					mayManage && state !== 'draft' ? <DownloadButton path={`/api/surveys/${id}/export`} label="结果表格" /> : null
				}
			/>
			<Moves survey={survey} mayManage={mayManage} />
			<section className="gk-panel">
				<h2>问卷</h2>
				{intro ? <p className="gk-pre">{intro}</p> : null}
				<ol>
					{questions.map(({ kind, title: asked, required, choices }) => (
						<li key={asked}>
							{asked}（{QUESTION_KINDS[kind]}
							{required ? '，必答' : ''}）
							{choices.length > 0 ? <div className="gk-hint">{choices.join('、')}</div> : null}
						</li>
					))}
				</ol>
				{state === 'draft' ? null : <Address number={number} />}
			</section>
			{mayManage && state !== 'draft' ? <SurveyResults id={id} /> : null}
			<Measures survey={survey} mayManage={mayManage} />
		</>
	);
}

function Address({ number }: { number: string }) {
	return (
		<Flex gap={16} align="center" wrap>
			<img src={`/surveys/${number}/qr.svg`} width={96} height={96} alt="问卷网址的二维码" />
			<a href={`/surveys/${number}`} target="_blank" rel="noreferrer">
				在网站查看
			</a>
		</Flex>
	);
}

function Measures({ survey, mayManage }: { survey: Survey; mayManage: boolean }) {
	const [open, setOpen] = useState(false);
	if (survey.state === 'draft') return null;
	return (
		<section className="gk-panel">
			<h2>整改措施</h2>
			{survey.measures.length === 0 ? <p>还没有登记。结果公布后，整改措施一并公开。</p> : null}
			<ul>
				{survey.measures.map(({ id, doneOn, text }) => (
					<li key={id}>
						{formatDay(doneOn)}　{text}
					</li>
				))}
			</ul>
			{mayManage ? <Button onClick={() => setOpen(true)}>登记整改措施</Button> : null}
			<MeasurePanel id={survey.id} open={open} onClose={() => setOpen(false)} />
		</section>
	);
}

type Asked = SurveyAction | 'edit' | 'paper' | 'codes';

const QUESTIONS: Readonly<Record<SurveyAction, { label: string; text: string; reason?: string }>> = {
	fix: { label: '固定问卷', text: '固定后问题不能再改，到开放时间即可作答。' },
	end: { label: '提前结束', text: '结束后不再接受答卷。' },
	revise: { label: '另建一版', text: '以现有问题另建一版草稿，编号不变；现有一版不再接受答卷。' },
	publish: { label: '公布结果', text: '公布各题统计和整改措施，不公布文字意见。', reason: '结果说明' },
	unpublish: { label: '撤下结果', text: '网站不再显示结果，台账中的评议记录随之撤销。' },
};

/** What may be done with a questionnaire in its state. */
export function actionsOf({ state, phase, publishedAt, isNewest }: Survey): SurveyAction[] {
	if (state === 'draft') return ['fix'];
	if (publishedAt !== null) return ['unpublish'];
	const actions: SurveyAction[] = phase === 'over' ? ['publish'] : ['end'];
	return isNewest ? [...actions, 'revise'] : actions;
}

function Moves({ survey, mayManage }: { survey: Survey; mayManage: boolean }) {
	const [asked, setAsked] = useState<Asked | null>(null);
	const navigate = useNavigate();
	const { id, state, codesOnly, publishedAt, codes, revision } = survey;
	const queries = useQueryClient();
	const question = asked && asked in QUESTIONS ? QUESTIONS[asked as SurveyAction] : null;
	const close = () => setAsked(null);
	return (
		<Flex gap={8} wrap className="gk-gap">
			{mayManage
				? actionsOf(survey).map((action, at) => (
						<Button key={action} type={at === 0 ? 'primary' : 'default'} onClick={() => setAsked(action)}>
							{QUESTIONS[action].label}
						</Button>
					))
				: null}
			{mayManage && state === 'draft' ? <Button onClick={() => setAsked('edit')}>修改</Button> : null}
			{state !== 'draft' && publishedAt === null ? (
				<Button onClick={() => setAsked('paper')}>录入纸质问卷</Button>
			) : null}
			{mayManage && codesOnly && state === 'fixed' ? (
				<Button onClick={() => setAsked('codes')}>
					生成评议码{codes.given > 0 ? `（已用${codes.used}/${codes.given}）` : ''}
				</Button>
			) : null}
			<ConfirmReason
				open={question !== null}
				title={question?.label ?? ''}
				text={question?.text}
				reason={question?.reason ? 'required' : 'none'}
				reasonLabel={question?.reason}
				okLabel={question?.label ?? ''}
				danger={asked === 'unpublish' || asked === 'end'}
				onConfirm={async ({ reason }) => {
					const done = await moveSurvey(id, asked as SurveyAction, revision, reason);
					await queries.invalidateQueries({ queryKey: SURVEYS });
					if (done.id !== id) await navigate(`/surveys/${done.id}`);
				}}
				onClose={close}
			/>
			<SurveyPanel open={asked === 'edit'} survey={survey} onClose={close} />
			<PaperPanel open={asked === 'paper'} survey={survey} onClose={close} />
			<CodesPanel open={asked === 'codes'} survey={survey} onClose={close} />
		</Flex>
	);
}
