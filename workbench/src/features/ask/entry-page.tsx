import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	DescriptionList,
	formatDay,
	formatInstant,
	History,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { type Action, type Entry, KEY, moveEntry, readEntry } from './api.ts';
import { EntryPanel } from './entry-form.tsx';
import { DONE, LOOK } from './words.ts';

export function EntryPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, id], queryFn: () => readEntry(id) });
	return <Loaded query={query}>{(entry) => <Page key={entry.revision} entry={entry} />}</Loaded>;
}

const QUESTIONS = {
	publish: { text: '发布后公众可以看到，智能问答可以引用。' },
	withdraw: { text: '撤下后网站和智能问答立即不再展示。', reason: 'required', reasonLabel: '理由', danger: true },
} as const;

/** One entry: its words, where it stands, and every hand on it. */
function Page({ entry }: { entry: Entry }) {
	const { id, content, officeName, state, changed, ended, moves, steps, revision, mayWrite } = entry;
	const [writing, setWriting] = useState(false);
	const answered = content.answer.trim() !== '';
	const move = useCommand((action: string, text: string) => moveEntry(id, action as Action, revision, text), {
		refresh: [KEY],
		done: '已办理。',
	});
	return (
		<>
			<PageHeader
				title={content.question}
				subtitle={officeName}
				back={{ to: '/faq', label: '问答库' }}
				tags={<StatusTag state={state} look={LOOK} />}
			/>
			{changed ? <p className="gk-gap">下面是修改后的内容，还没有发布；公众看到的是上次发布的内容。</p> : null}
			{ended ? <p className="gk-gap">已过有效期，网站和智能问答不再展示。</p> : null}
			<div className="gk-gap">
				<MovesBar
					moves={moves}
					questions={QUESTIONS}
					busy={move.busy}
					// Nothing is published before somebody has written it.
					hide={answered ? [] : ['publish']}
					onMove={(action, text) => move.run(action, text)}
				/>
			</div>
			<section className="gk-panel">
				<h2>答案</h2>
				<p className="gk-pre">{answered ? content.answer : '还没有答案。'}</p>
				<div className="gk-gap">
					<Facts entry={entry} />
				</div>
				{mayWrite ? (
					<Button type={answered ? 'default' : 'primary'} onClick={() => setWriting(true)}>
						{answered ? '修改' : '填写答案'}
					</Button>
				) : null}
				{state === 'published' && !ended ? (
					<p>
						<a href={`/faq/${id}`} target="_blank" rel="noreferrer">
							在网站查看
						</a>
					</p>
				) : null}
			</section>
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={steps.map(({ createdAt, personName, action, text }) => ({
						at: createdAt,
						actorName: personName,
						text: DONE[action] ?? action,
						note: text || undefined,
					}))}
				/>
			</section>
			<EntryPanel open={writing} entry={entry} onClose={() => setWriting(false)} />
		</>
	);
}

function Facts({ entry: { content, documentTitle, shownAt } }: { entry: Entry }) {
	const { wordings, basis, documentId, validUntil } = content;
	return (
		<DescriptionList
			narrow
			items={[
				...(wordings.length > 0 ? [{ label: '其他问法', value: wordings.join('；') }] : []),
				...(basis ? [{ label: '依据', value: basis }] : []),
				...(documentId === null ? [] : [{ label: '依据文件', value: documentTitle || '该文件已不再公开' }]),
				{ label: '有效期至', value: validUntil ? formatDay(validUntil) : '长期有效' },
				...(shownAt ? [{ label: '发布时间', value: formatInstant(shownAt) }] : []),
			]}
		/>
	);
}
