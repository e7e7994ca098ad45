import { type Reader, reader } from '../../../platform/transaction.ts';
import {
	Button,
	LinkButton,
	Notice,
	PageHead,
	Pagination,
	SelectField,
	TableWrapper,
	TextField,
} from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import { type NormativeEntry, type NormativeLibrary, normativeLibrary } from '../queries/normative-library.ts';
import { officeFamily } from '../queries/public.ts';
import { VALIDITIES, type Validity } from '../types.ts';
import { pageOf } from './shared.tsx';

const PER_PAGE = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Asked {
	office: Office | undefined;
	state: Validity | undefined;
	/** The day asked about; null = today, whichever day that is when the page is read. */
	day: string | null;
	page: number;
}

function askedOf(query: Record<string, string>, offices: readonly Office[]): Asked {
	const states = Object.keys(VALIDITIES) as Validity[];
	const day = query.day ?? '';
	const isDay = DAY.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
	return {
		office: offices.find(({ slug }) => slug === query.office),
		state: states.find((state) => state === query.state),
		day: isDay ? day : null,
		page: pageOf(query),
	};
}

function Filter({ asked, offices }: { asked: Asked; offices: readonly Office[] }) {
	return (
		<form className="form search-form" action="/normative" method="get">
			<SelectField
				name="office"
				label="制定机关"
				value={asked.office?.slug}
				placeholder="全部机关"
				options={offices.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
			<SelectField
				name="state"
				label="效力状态"
				value={asked.state}
				placeholder="全部"
				options={Object.entries(VALIDITIES).map(([value, label]) => ({ value, label }))}
			/>
			<TextField
				name="day"
				type="date"
				label="查询日期"
				hint="查询某一天的效力状态，默认为今天"
				value={asked.day ?? ''}
			/>
			<div>
				<Button>查询</Button>
			</div>
		</form>
	);
}

function Entries({
	entries,
	offices,
	day,
}: {
	entries: readonly NormativeEntry[];
	offices: ReadonlyMap<number, string>;
	day: string | null;
}) {
	return (
		<TableWrapper caption={`行政规范性文件（${day ? `${day} ` : '目前'}的效力状态）`} stack>
			<thead>
				<tr>
					<th scope="col">文件</th>
					<th scope="col">制定机关</th>
					<th scope="col">成文日期</th>
					<th scope="col">有效期至</th>
					<th scope="col">效力</th>
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<tr key={entry.documentId}>
						<td>
							<a href={`/d/${entry.documentId}`}>{entry.title}</a>
							<br />
							{entry.documentNumber}
						</td>
						<td>{offices.get(entry.officeId)}</td>
						<td data-label="成文日期：">{entry.formedOn}</td>
						<td data-label="有效期至：">{entry.expiresOn ?? '未规定'}</td>
						<td>
							{VALIDITIES[entry.validity]}
							{isLeftOut(entry) ? <small>（未列入继续有效目录）</small> : null}
						</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

/** In force by its own words, and no basis for anything. */
function isLeftOut({ validity, listedOut }: NormativeEntry): boolean {
	return listedOut !== null && (validity === 'valid' || validity === 'revised');
}

function countsOf({ counts }: NormativeLibrary): string {
	const parts = (Object.keys(VALIDITIES) as Validity[]).map((state) => `${VALIDITIES[state]} ${counts[state]} 件`);
	return parts.join('，');
}

/** What stays true until somebody changes something may be kept; a state that ends by itself may not. */
function keptBy(library: NormativeLibrary): string[] | undefined {
	return library.changesOn === null ? ['documents'] : undefined;
}

async function libraryOf(read: Reader, { office, day }: Asked): Promise<NormativeLibrary> {
	const officeIds = office ? await officeFamily(read, office.id) : undefined;
	return await normativeLibrary(read, { officeIds, day: day ?? read.today });
}

/** 行政规范性文件库: all of them, whose they are, and what each was worth on any day. */
export const normativePage = definePage({
	method: 'GET',
	path: '/normative',
	summary: '行政规范性文件库',
	audit: 'none',
	slow: true,
	query: ['office', 'state', 'day', 'page'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		const offices = await listOffices(read);
		const names = new Map((await listOffices(read, { merged: true })).map(({ id, name }) => [id, name]));
		const asked = askedOf(query, offices);
		const library = await libraryOf(read, asked);
		const shown = library.entries.filter(({ validity }) => !asked.state || validity === asked.state);
		const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
		const page = Math.min(asked.page, pages);
		const filter = new URLSearchParams(
			Object.entries({ office: asked.office?.slug ?? '', state: asked.state ?? '', day: asked.day ?? '' }).filter(
				([, value]) => value !== '',
			),
		).toString();
		return {
			title: `行政规范性文件库${page > 1 ? `（第${page}页）` : ''}`,
			breadcrumb: [{ label: '行政规范性文件库' }],
			cacheTags: keptBy(library),
			body: (
				<div className="panel">
					<PageHead
						title="行政规范性文件库"
						lead="现行有效和已经修改、废止、失效的行政规范性文件，可以查询任何一天的效力状态。"
					>
						<p className="page-lead">{`${asked.day ?? '目前'}：${countsOf(library)}`}</p>
					</PageHead>
					<Filter asked={asked} offices={offices} />
					{shown.length > 0 ? (
						<Entries entries={shown.slice((page - 1) * PER_PAGE, page * PER_PAGE)} offices={names} day={asked.day} />
					) : (
						<Notice>没有符合条件的行政规范性文件。</Notice>
					)}
					<Pagination page={page} pages={pages} href={(to) => pageHref('/normative', to, filter)} />
					<p className="button-row">
						<LinkButton href="/latest/policies" kind="secondary">
							全县政策文件
						</LinkButton>
					</p>
				</div>
			),
		};
	},
});
