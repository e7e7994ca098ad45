import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useState } from 'react';
import { type DayRange, DayRangeInput, DescriptionList, Loaded, PageHeader } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { KEY, readFigures } from './api.ts';

type Figures = Awaited<ReturnType<typeof readFigures>>;

/** Figures of a period: of the office, or of the county for who sees it. */
export function FiguresPage() {
	const { today } = useViewer();
	const [range, setRange] = useState<DayRange>([`${today.slice(0, 4)}-01-01`, today]);
	const [from, to] = range;
	const query = useQuery({ queryKey: [...KEY, 'figures', from, to], queryFn: () => readFigures({ from, to }) });
	return (
		<>
			<PageHeader
				title="互动回应统计"
				subtitle="按发生日期统计：收到的按收到日，答复的按答复日，公开的按公开日。"
				back={{ to: '/concerns', label: '公众诉求' }}
			/>
			<Flex className="gk-gap" vertical>
				<DayRangeInput
					label="统计期间"
					value={range}
					max={today}
					onChange={(next) => (next ? setRange(next) : undefined)}
				/>
			</Flex>
			<Loaded query={query}>{(figures) => <Sections figures={figures} />}</Loaded>
		</>
	);
}

const CONCERNS = {
	received: '收到诉求',
	answered: '答复',
	published: '公开答复',
	late: '超过期限',
	questions: '咨询建议',
	siteErrors: '网站纠错',
	hotline: '12345热线转来',
	complaints: '投诉举报',
	complaintsTrue: '核查属实（含部分）',
	complaintsUntrue: '核查不属实',
	opinionEvents: '舆情（同一事件计1次）',
	opinionsAnswered: '已回应的舆情',
	wanted: '点题公开',
	wantedPublished: '点题已公开',
	wantedPlanned: '点题将公开',
	wantedRefused: '点题不予公开',
} as const;
const CONSULTATIONS = {
	opened: '开始征集',
	comments: '收到意见',
	answered: '公布反馈',
	late: '反馈超过期限',
	adopted: '采纳（类）',
	partly: '部分采纳（类）',
	declined: '未采纳（类）',
} as const;
const PROPOSALS = {
	lateReply: '逾期答复',
	latePublication: '逾期公开',
	solved: '已经解决（A类）',
	planned: '正在解决（B类）',
	unsolved: '暂不能解决（C类）',
	withheld: '不予公开',
	satisfied: '满意',
	unsatisfied: '不满意',
} as const;

function Sections({ figures: { concerns, consultations, proposals } }: { figures: Figures }) {
	const { deputy, committee, ...rest } = proposals;
	return (
		<>
			<section className="gk-panel">
				<h2>公众诉求</h2>
				<DescriptionList items={itemsOf(CONCERNS, concerns)} />
			</section>
			<section className="gk-panel">
				<h2>意见征集</h2>
				<DescriptionList items={itemsOf(CONSULTATIONS, consultations)} />
			</section>
			<section className="gk-panel">
				<h2>建议提案</h2>
				<DescriptionList
					items={[
						{ label: '人大代表建议', value: threeOf(deputy) },
						{ label: '政协提案', value: threeOf(committee) },
						...itemsOf(PROPOSALS, rest),
					]}
				/>
			</section>
		</>
	);
}

function itemsOf<K extends string>(labels: Readonly<Record<K, string>>, figures: Record<K, { count: number }>) {
	return (Object.keys(labels) as K[]).map((key) => ({ label: labels[key], value: figures[key].count }));
}

function threeOf({ received, replied, published }: Figures['proposals']['deputy']): string {
	return `收到${received.count}件，答复${replied.count}件，公开${published.count}件`;
}
