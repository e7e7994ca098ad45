import { Col, Row, Tag } from 'antd';
import { useParams } from 'react-router';
import { HelpLink } from '../../app/help-link.tsx';
import { DueBadge, EmptyState, Loaded, PageHeader, StatusTag } from '../../ui/index.ts';
import { type CaseView, type Options, useCase, useOptions } from './api.ts';
import { BeforeCard } from './before-card.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseMoves } from './case-moves.tsx';
import { ClockCard } from './clock-card.tsx';
import { DecisionsCard } from './decisions-card.tsx';
import { FilesCard } from './files-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { IdentityCard } from './identity-card.tsx';
import { LettersCard } from './letters-card.tsx';
import { TasksCard } from './tasks-card.tsx';
import { daysLeftOf, toneOf } from './words.ts';
import './applications.css';

/** States in which it is still open what becomes of the request. */
const FRESH = ['arrived', 'registered', 'handling', 'redo'];

/** One application: what is asked, where it stands, how long there is, what may be done, what has been done. */
export function CasePage() {
	const id = Number(useParams().id);
	const query = useCase(id);
	const options = useOptions();
	if (!Number.isSafeInteger(id)) return <EmptyState title="没有这件申请" />;
	return (
		<Loaded query={options}>
			{(words) => <Loaded query={query}>{(view) => <Case id={id} view={view} options={words} />}</Loaded>}
		</Loaded>
	);
}

interface CaseProps {
	id: number;
	view: CaseView;
	options: Options;
}

function Case({ id, view, options }: CaseProps) {
	const { summary } = view;
	return (
		<>
			<PageHeader
				title={summary.title}
				subtitle={`${summary.number ?? '尚未编号'}　${view.office.name}`}
				tags={<CaseTags view={view} />}
				back={{ to: '/applications', label: '依申请公开' }}
				extra={<HelpLink category="application" />}
			/>
			<section className="gk-panel" aria-label="办理">
				<CaseMoves id={id} view={view} options={options} />
			</section>
			<Row gutter={16}>
				<Col xs={24} xl={15}>
					<DecisionsCard id={id} view={view} options={options} />
					<TasksCard id={id} view={view} options={options} />
					{FRESH.includes(summary.state) ? <BeforeCard id={id} /> : null}
					<CaseFacts view={view} options={options} />
					<IdentityCard id={id} view={view} options={options} />
					<LettersCard id={id} view={view} options={options} />
					<FilesCard id={id} view={view} />
				</Col>
				<Col xs={24} xl={9}>
					<ClockCard id={id} view={view} />
					<HistoryCard view={view} />
				</Col>
			</Row>
		</>
	);
}

function CaseTags({ view }: Pick<CaseProps, 'view'>) {
	const { summary, clock } = view;
	const open = summary.outcome === null;
	return (
		<>
			<StatusTag state={summary.state} look={{ [summary.state]: [summary.stateLabel, toneOf(summary.state)] }} />
			{summary.state === 'left' ? null : (
				<DueBadge
					due={summary.dueOn}
					mark={summary.mark}
					daysLeft={daysLeftOf(summary)}
					closed={open ? undefined : { late: summary.late ?? false }}
				/>
			)}
			{summary.paused ? <Tag>期限暂停计算</Tag> : null}
			{clock.extensionDays > 0 ? <Tag>已延期{clock.extensionDays}个工作日</Tag> : null}
		</>
	);
}
