import { Download } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { PAPER_FORMATS, PAPER_TYPES, writePaper } from '../../../platform/documents/index.ts';
import { reader } from '../../../platform/transaction.ts';
import { LinkButton, LinkList, PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage, type PageRequest } from '../../../portal/page.ts';
import { listOffices, officeById } from '../../offices/index.ts';
import type { GazetteIssue } from '../model.ts';
import { issuePaper, requirePublicIssue, type ShownItem, shownItems } from '../queries/gazettes.ts';
import { issueName } from '../rules/gazette.ts';
import { selectPublicIssues } from '../store/gazettes.ts';

const TRAIL = { label: '政府公报', href: '/gazette' };

function idOf(text: string | undefined): number {
	if (!/^[1-9]\d{0,14}$/.test(text ?? '')) throw new AppError('notFound');
	return Number(text);
}

/** Issues by year, newest first. */
const listPage = definePage({
	method: 'GET',
	path: '/gazette',
	summary: '政府公报',
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const read = reader(context);
		const issues = await selectPublicIssues(read);
		const offices = new Map((await listOffices(read, { merged: true })).map(({ id, name }) => [id, name]));
		const years = [...new Set(issues.map(({ year }) => year))];
		return {
			title: '政府公报',
			breadcrumb: [{ label: '政府公报' }],
			cacheTags: ['gazette'],
			body: (
				<>
					<PageHead title="政府公报" lead="政府公报刊登的文件与本平台公开的文件一致，可以按期查阅和下载。" />
					{years.length === 0 ? <p className="empty">还没有出版的公报。</p> : null}
					{years.map((year) => (
						<Section key={year} title={`${year}年`}>
							<LinkList
								empty=""
								links={issues
									.filter((issue) => issue.year === year)
									.map((issue) => ({
										href: `/gazette/${issue.id}`,
										title: `${issue.title}　${issueName(issue)}`,
										label: offices.get(issue.officeId),
										day: issue.issuedOn,
									}))}
							/>
						</Section>
					))}
				</>
			),
		};
	},
});

function Contents({ items }: { items: readonly ShownItem[] }) {
	const sections = items.reduce<{ name: string; items: ShownItem[] }[]>((all, item) => {
		const last = all.at(-1);
		if (last?.name === item.section) last.items.push(item);
		else all.push({ name: item.section, items: [item] });
		return all;
	}, []);
	return sections.map(({ name, items: own }) => (
		<Section key={`${name} ${own[0]?.documentId}`} title={name || '目录'}>
			<ol className="link-list">
				{own.map(({ documentId, publication, amended }) => (
					<li key={documentId}>
						<span className="link-list-main">
							{/* Nothing of what was withdrawn, not even its title. */}
							{publication ? <a href={`/d/${documentId}`}>{publication.title}</a> : <span>（本篇已撤下）</span>}
							{publication?.documentNumber ? (
								<span className="link-list-note">{publication.documentNumber}</span>
							) : null}
							{amended ? <span className="link-list-note">本期刊登后已更新</span> : null}
						</span>
					</li>
				))}
			</ol>
		</Section>
	));
}

function tagsOf(issue: GazetteIssue, items: readonly ShownItem[]): string[] {
	return ['gazette', `office:${issue.officeId}`, ...items.map(({ documentId }) => `document:${documentId}`)];
}

const issuePage = definePage({
	method: 'GET',
	path: '/gazette/:id',
	summary: '一期政府公报',
	audit: 'none',
	query: [],
	handler: async ({ context, params }: PageRequest) => {
		const read = reader(context);
		const issue = await requirePublicIssue(read, idOf(params.id));
		const items = await shownItems(read, issue.id);
		const office = await officeById(read, issue.officeId);
		return {
			title: `${issue.title}${issueName(issue)}`,
			breadcrumb: [TRAIL, { label: issueName(issue) }],
			cacheTags: tagsOf(issue, items),
			tags: {
				article: {
					title: `${issue.title}${issueName(issue)}`,
					publishedAt: `${issue.issuedOn} 00:00`,
					source: office?.name ?? '',
				},
			},
			body: (
				<>
					<PageHead title={issue.title} lead={issueName(issue)} />
					<SummaryList
						rows={[
							{ label: '编印', value: office?.name ?? '' },
							{ label: '出版日期', value: issue.issuedOn },
						]}
					/>
					<p className="button-row">
						{PAPER_FORMATS.map((format) => (
							<LinkButton key={format} kind="secondary" href={`/gazette/${issue.id}/gazette.${format}`}>
								{format === 'pdf' ? '下载 PDF' : '下载 Word 文档'}
							</LinkButton>
						))}
					</p>
					{issue.foreword ? (
						<Section title="卷首语">
							<div className="plain-text">{issue.foreword}</div>
						</Section>
					) : null}
					<Contents items={items} />
				</>
			),
		};
	},
});

/** The issue as a file, of what is public at the moment. */
const filePages = PAPER_FORMATS.map((format) =>
	definePage({
		method: 'GET',
		path: `/gazette/:id/gazette.${format}`,
		summary: '下载政府公报',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services, origin }: PageRequest) => {
			const read = reader(context);
			const issue = await requirePublicIssue(read, idOf(params.id));
			const tags = tagsOf(issue, await shownItems(read, issue.id));
			const bytes = await writePaper(await issuePaper(read, origin, issue), format, services.config.fontDir);
			const name = `${issue.title}${issueName(issue)}.${format}`;
			const download = new Download(bytes, PAPER_TYPES[format], name);
			download.cacheTags = tags;
			return download;
		},
	}),
);

export const gazettePages = [listPage, issuePage, ...filePages];
