import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
	DescriptionList,
	DownloadButton,
	formatDay,
	History,
	Loaded,
	MovesBar,
	PageHeader,
	SidePanel,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { KEY, moveTraining, REFRESH, readTraining, type Training, type TrainingAction } from './api.ts';
import { CloseDialog } from './close-dialog.tsx';
import { FilesPanel } from './files-panel.tsx';
import { OfficesPanel } from './offices-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RatingForm, RatingsPanel } from './rating.tsx';
import { TrainingForm } from './training-form.tsx';
import { TRAINING_LOOK } from './words.ts';

export function TrainingPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readTraining(id) });
	return <Loaded query={query}>{(training) => <Page training={training} />}</Loaded>;
}

/** One training: what it is, who is asked, who came, what they say of it. */
function Page({ training }: { training: Training }) {
	const { id, title, kindLabel, officeName, state, own, minutes, history } = training;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${kindLabel}　${officeName}`}
				back={{ to: '/trainings', label: '培训会议' }}
				tags={<StatusTag state={state} look={TRAINING_LOOK} />}
				extra={<Papers training={training} />}
			/>
			<Moves training={training} />
			{own.mayRate ? <RatingForm id={id} /> : null}
			<section className="gk-panel">
				<h2>安排</h2>
				<Facts training={training} />
			</section>
			<PeoplePanel training={training} />
			<OfficesPanel training={training} />
			<FilesPanel training={training} />
			{minutes ? (
				<section className="gk-panel">
					<h2>纪要</h2>
					<p className="gk-pre">{minutes}</p>
				</section>
			) : null}
			{training.ratings ? <RatingsPanel ratings={training.ratings} /> : null}
			{history.length > 0 ? (
				<section className="gk-panel">
					<h2>办理经过</h2>
					<History
						entries={history.map(({ at, actorName, entry, data }) => ({
							at,
							actorName,
							text: entry,
							note: noteOf(data),
						}))}
					/>
				</section>
			) : null}
		</>
	);
}

function noteOf(data: Record<string, unknown>): string | undefined {
	const words = [data.office, data.text].filter((text) => typeof text === 'string' && text !== '');
	return words.join('　') || undefined;
}

function Papers({ training: { id, state } }: { training: Training }) {
	const path = (what: string) => `/api/trainings/${id}/paper?what=${what}`;
	return (
		<>
			<DownloadButton path={path('notice')} label="通知" />
			<DownloadButton path={path('signIn')} label="签到表" />
			{state === 'held' || state === 'closed' ? <DownloadButton path={path('minutes')} label="纪要" /> : null}
		</>
	);
}

function Facts({ training }: { training: Training }) {
	const { day, hours, place, speaker, content, entryId } = training;
	return (
		<DescriptionList
			items={[
				{ label: '时间', value: `${formatDay(day)} ${hours}` },
				{ label: '地点', value: place || '—' },
				{ label: '主讲或者主持', value: speaker || '—' },
				{ label: '内容', value: <span className="gk-pre">{content || '—'}</span> },
				...(entryId ? [{ label: '台账', value: <Link to="/registers">{`已记入本机关台账第${entryId}号`}</Link> }] : []),
			]}
		/>
	);
}

const QUESTIONS = {
	reopen: { text: '退回后台账中对应的登记同时作废，重新办结时再次记入。', reason: 'required', danger: true },
	cancel: { reason: 'required', danger: true },
} as const;

function Moves({ training }: { training: Training }) {
	const { id, organises, state, sameDay } = training;
	const queries = useQueryClient();
	const [editing, setEditing] = useState(false);
	const [closing, setClosing] = useState(false);
	const move = useCommand((action: TrainingAction) => moveTraining(id, action), { refresh: REFRESH, done: '已办理。' });
	const choose = async (action: string, text: string) => {
		if (action === 'close' && sameDay.length > 0) return setClosing(true);
		if (text === '') return await move.run(action as TrainingAction);
		await moveTraining(id, action as TrainingAction, { text });
		await Promise.all(REFRESH.map((queryKey) => queries.invalidateQueries({ queryKey })));
	};
	if (!organises) return null;
	return (
		<Flex gap={8} wrap className="gk-gap">
			<MovesBar moves={training.moves} questions={QUESTIONS} busy={move.busy} onMove={choose} />
			{state === 'closed' || state === 'cancelled' ? null : <Button onClick={() => setEditing(true)}>修改</Button>}
			<SidePanel open={editing} title="修改" onClose={() => setEditing(false)}>
				<TrainingForm training={training} onClose={() => setEditing(false)} />
			</SidePanel>
			<CloseDialog open={closing} training={training} onClose={() => setClosing(false)} />
		</Flex>
	);
}
