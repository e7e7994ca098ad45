import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	DescriptionList,
	DueBadge,
	formatSize,
	History,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { KEY, type Project, type ProjectAction, readProject, type Step, takeStep } from './api.ts';
import { DocumentCard } from './document-card.tsx';
import './normative.css';
import { OpenPanel } from './open-panel.tsx';
import { stepFacts } from './step-facts.ts';
import { StepPanel } from './step-panel.tsx';
import { Way } from './way.tsx';
import { isAside, LOOK } from './words.ts';

export function ProjectPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'project', id], queryFn: () => readProject(id) });
	return <Loaded query={query}>{(project) => <Page project={project} />}</Loaded>;
}

const QUESTIONS = {
	stop: {
		text: '终止后不能恢复；已经编定的文号不再使用。',
		reason: 'required' as const,
		reasonLabel: '终止理由',
		danger: true,
	},
};

/** One normative document on its way: where it stands, what may be done, and every step with its papers. */
function Page({ project }: { project: Project }) {
	const { id, title, number, state, officeName, steps, moves, mayHandle } = project;
	const [asked, setAsked] = useState<ProjectAction | null>(null);
	const { session } = useSession();
	const stop = useCommand((text: string) => takeStep(project, 'stop', { onDay: session.today, text }, []), {
		refresh: [KEY, ['todo']],
		done: '已终止。',
	});
	const [changing, setChanging] = useState(false);
	const inOrder = [...moves].sort((one, other) => Number(isAside(one.action)) - Number(isAside(other.action)));
	const shown = asked && moves.some(({ action }) => action === asked) ? asked : null;
	return (
		<>
			<PageHeader
				title={title}
				subtitle={[officeName, number ?? '尚未编号'].join('　')}
				back={{ to: '/normative', label: '规范性文件' }}
				tags={<StatusTag state={state} look={LOOK} />}
				extra={
					mayHandle && state === 'planned' ? <Button onClick={() => setChanging(true)}>修改立项内容</Button> : null
				}
			/>
			<Way project={project} />
			<div className="gk-gap">
				<MovesBar
					moves={inOrder.filter(({ action, allowed }) => allowed || !isAside(action))}
					questions={QUESTIONS}
					busy={stop.busy}
					onMove={async (action, text) =>
						action === 'stop' ? await stop.run(text) : setAsked(action as ProjectAction)
					}
				/>
			</div>
			<Facts project={project} />
			<DocumentCard project={project} />
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History entries={steps.map((step) => entryOf(id, step))} />
			</section>
			<StepPanel project={project} action={shown} onClose={() => setAsked(null)} />
			<OpenPanel open={changing} project={project} onClose={() => setChanging(false)} />
		</>
	);
}

function Facts({ project: { basis, major, filing, consultingUntil } }: { project: Project }) {
	return (
		<section className="gk-panel">
			<h2>基本情况</h2>
			<DescriptionList
				items={[
					{ label: '制定依据和必要性', value: <span className="gk-pre">{basis}</span> },
					{ label: '重大行政决策', value: major ? '是' : '否' },
					...(consultingUntil ? [{ label: '征求意见截止', value: consultingUntil }] : []),
					...(filing
						? [
								{ label: '公布日期', value: filing.publishedOn },
								{ label: '报送备案', value: filingWords(filing) },
							]
						: []),
				]}
			/>
		</section>
	);
}

function filingWords(filing: NonNullable<Project['filing']>) {
	if (filing.submittedOn !== null) return `${filing.submittedOn}${filing.late ? '（逾期）' : ''}`;
	return <DueBadge due={filing.due} withDay />;
}

function entryOf(projectId: number, step: Step) {
	const { createdAt, personName, label, onDay, text, files } = step;
	return {
		at: createdAt,
		actorName: personName,
		text: label,
		note: (
			<>
				<div>办理日期：{onDay}</div>
				{stepFacts(step).map((fact) => (
					<div key={fact.label} className="gk-break">
						{fact.label}：{fact.label === '网址' ? <a href={fact.value}>{fact.value}</a> : fact.value}
					</div>
				))}
				{text ? <div className="gk-pre">{text}</div> : null}
				{files.map((file) => (
					<div key={file.id}>
						<a href={`/api/normative/projects/${projectId}/files/${file.id}`}>{file.fileName}</a>（
						{formatSize(file.size)}）
					</div>
				))}
			</>
		),
	};
}
