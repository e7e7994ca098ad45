import { AppError } from '../../../kernel/errors.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Section, TableWrapper } from '../../../portal/components/index.ts';
import { definePage, type Page } from '../../../portal/page.ts';
import { publishedResults, type ResultRow } from '../queries/results.ts';
import { remark } from '../sheets/results.ts';

type Published = Awaited<ReturnType<typeof publishedResults>>[number];

const TITLE = '政务公开考核结果';
const TRAIL = { label: TITLE, href: '/evaluation' };

function Places({ caption, rows }: { caption: string; rows: readonly ResultRow[] }) {
	return (
		<TableWrapper caption={caption}>
			<thead>
				<tr>
					<th scope="col">名次</th>
					<th scope="col">机关</th>
					<th scope="col">得分</th>
					<th scope="col">等次</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.officeId}>
						<td>{row.rank}</td>
						<th scope="row">{row.officeName}</th>
						<td>{row.score.toFixed(2)}</td>
						<td>
							{row.gradeLabel}
							{remark(row.vetoed, row.bonus) ? `（${remark(row.vetoed, row.bonus)}）` : ''}
						</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

function Indicators({ tree }: Pick<Published, 'tree'>) {
	return (
		<TableWrapper caption={`${tree.title}（第${tree.version}版）`}>
			<thead>
				<tr>
					<th scope="col">编号</th>
					<th scope="col">指标</th>
					<th scope="col">分值</th>
					<th scope="col">检查内容</th>
				</tr>
			</thead>
			<tbody>
				{tree.content.nodes.map(({ code, kind, name, points, checks }) => (
					<tr key={code}>
						<td>{code}</td>
						<th scope="row">{name}</th>
						<td>{kind === 'veto' ? '单项否决' : `${kind === 'bonus' ? '加分' : ''}${points}`}</td>
						<td>{checks}</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

function RoundResult({ round, tree, rows }: Published) {
	const kinds = [...new Set(rows.map(({ kindLabel }) => kindLabel))];
	const { excellent, good, pass } = tree.content.grades;
	return (
		<Section title={round.title}>
			<p>
				考核期为{round.from}至{round.to}。{excellent}分以上为优秀，{good}分以上为良好，{pass}分以上为合格。
			</p>
			{kinds.map((kind) => (
				<Places key={kind} caption={kind} rows={rows.filter(({ kindLabel }) => kindLabel === kind)} />
			))}
			<Indicators tree={tree} />
		</Section>
	);
}

async function yearPage(read: Reader, year: number): Promise<Page> {
	const all = (await publishedResults(read)).filter(({ tree }) => tree.year === year);
	if (all.length === 0) throw new AppError('notFound');
	return {
		title: `${year}年${TITLE}`,
		breadcrumb: [TRAIL, { label: `${year}年` }],
		cacheTags: ['evaluation'],
		body: (
			<>
				<PageHead title={`${year}年${TITLE}`} lead="根据《中华人民共和国政府信息公开条例》第四十六条开展的工作考核。" />
				{all.map((one) => (
					<RoundResult key={one.round.id} {...one} />
				))}
			</>
		),
	};
}

export const resultPages = [
	definePage({
		method: 'GET',
		path: '/evaluation',
		summary: TITLE,
		audit: 'none',
		query: [],
		handler: async ({ context }) => {
			const all = await publishedResults(reader(context));
			const years = [...new Set(all.map(({ tree }) => tree.year))].sort((a, b) => b - a);
			return {
				title: TITLE,
				breadcrumb: [{ label: TITLE }],
				cacheTags: ['evaluation'],
				body: (
					<>
						<PageHead title={TITLE} lead="县政务公开办对各机关政务公开工作的考核结果。" />
						<LinkList
							empty="还没有公布的考核结果。"
							links={years.map((year) => ({ href: `/evaluation/${year}`, title: `${year}年${TITLE}` }))}
						/>
						<Notice>
							群众对各机关的评价见<a href="/surveys">社会评议</a>。
						</Notice>
					</>
				),
			};
		},
	}),
	definePage({
		method: 'GET',
		path: '/evaluation/:year',
		summary: '年度政务公开考核结果',
		audit: 'none',
		query: [],
		handler: async ({ context, params }) => await yearPage(reader(context), Number(params.year)),
	}),
];
