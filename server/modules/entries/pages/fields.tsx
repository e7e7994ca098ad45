import { AppError } from '../../../kernel/errors.ts';
import { reader } from '../../../platform/transaction.ts';
import { Notice, PageHead, Section, TableWrapper } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { entriesOfField, fieldCounts } from '../queries/public.ts';
import { FIELDS } from '../standard/fields.ts';
import { EntryTable } from './table.tsx';

const TITLE = '基层政务公开标准目录';
const LEAD = '按照26个领域列出各机关应当公开的事项，每一事项都能打开已经公开的信息。';

/** The 26 fields of 国办发〔2019〕54号, each with what the offices of the county have in it. */
export const fieldsPage = definePage({
	method: 'GET',
	path: '/fields',
	summary: TITLE,
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const counts = await fieldCounts(reader(context));
		return {
			title: TITLE,
			nav: 'catalog',
			breadcrumb: [{ label: '法定主动公开内容', href: '/catalog' }, { label: TITLE }],
			cacheTags: ['entries'],
			body: (
				<>
					<PageHead title={TITLE} lead={LEAD} />
					<TableWrapper caption="26个领域" stack>
						<thead>
							<tr>
								<th scope="col">领域</th>
								<th scope="col">公开事项</th>
								<th scope="col">机关</th>
							</tr>
						</thead>
						<tbody>
							{FIELDS.map(({ code, slug, name }) => {
								const count = counts.get(code);
								return (
									<tr key={code}>
										<td>{count ? <a href={`/fields/${slug}`}>{name}</a> : name}</td>
										<td data-label="公开事项：">{count ? `${count.entries} 项` : '各机关尚未公布'}</td>
										<td data-label="机关：">{count ? `${count.offices} 个` : '—'}</td>
									</tr>
								);
							})}
						</tbody>
					</TableWrapper>
				</>
			),
		};
	},
});

export const fieldPage = definePage({
	method: 'GET',
	path: '/fields/:field',
	summary: '一个领域的公开事项',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const field = FIELDS.find(({ slug }) => slug === params.field);
		if (!field) throw new AppError('notFound');
		const offices = await entriesOfField(reader(context), field.code);
		return {
			title: `${field.name}领域公开事项`,
			nav: 'catalog',
			breadcrumb: [{ label: TITLE, href: '/fields' }, { label: field.name }],
			cacheTags: ['entries', ...offices.map(({ office }) => `office:${office.id}`)],
			body: (
				<>
					<PageHead title={`${field.name}领域公开事项`} lead="各机关应当公开的事项和已经公开的信息。" />
					{offices.length === 0 ? <Notice>各机关尚未公布这个领域的公开事项。</Notice> : null}
					{offices.map(({ office, entries }) => (
						<Section
							key={office.id}
							title={office.shortName}
							more={{ href: `/o/${office.slug}/entries`, label: `${office.shortName}全部公开事项` }}
						>
							<EntryTable caption={`公开事项（${entries.length}项）`} office={office} entries={entries} />
						</Section>
					))}
				</>
			),
		};
	},
});
