import { AppError } from '../../kernel/errors.ts';
import { civilDay } from '../../platform/clock.ts';
import { type Reader, reader } from '../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Section, SummaryList } from '../../portal/components/index.ts';
import { definePage, type Page, type PageRoute } from '../../portal/page.ts';
import { listOffices, type Office, officeBySlug } from '../offices/index.ts';
import { columnPageTags } from './model.ts';
import { columnBySlug } from './queries/columns.ts';
import { guideOf } from './queries/guides.ts';
import { GUIDE_SECTIONS, type GuideContent } from './standard/guide.ts';
import { type GuideEdition, selectGuideOffices } from './store.ts';

function Paragraphs({ text }: { text: string }) {
	return text
		.split(/\n+/)
		.filter((line) => line.trim() !== '')
		.map((line) => <p key={line}>{line}</p>);
}

/** A short field stands in the list of particulars, a long one as text. */
function GuideSection({ title, fields, content }: (typeof GUIDE_SECTIONS)[number] & { content: GuideContent }) {
	const given = fields.filter(({ key }) => content[key].trim() !== '');
	if (given.length === 0) return null;
	const short = given.filter(({ lines }) => lines === 1);
	return (
		<Section title={title}>
			{short.length > 0 ? <SummaryList rows={short.map(({ key, label }) => ({ label, value: content[key] }))} /> : null}
			{given
				.filter(({ lines }) => lines > 1)
				.map(({ key, label }) => (
					<div key={key}>
						<h3 className="part-title">{label}</h3>
						<Paragraphs text={content[key]} />
					</div>
				))}
		</Section>
	);
}

function GuideBody({ office, guide }: { office: Office; guide: GuideEdition | null }) {
	const title = `${office.name}政府信息公开指南`;
	if (!guide) {
		return (
			<>
				<PageHead title={title} />
				<Notice>本机关的政府信息公开指南正在编制，尚未发布。</Notice>
			</>
		);
	}
	return (
		<>
			<PageHead title={title} lead={`第${guide.number}版，${civilDay(guide.publishedAt)}更新`} />
			{GUIDE_SECTIONS.map((section) => (
				<GuideSection key={section.title} {...section} content={guide.content} />
			))}
		</>
	);
}

/** The guides of the other offices, below the county's own. */
function OtherGuides({ offices }: { offices: readonly Office[] }) {
	return (
		<Section title="各机关公开指南">
			<LinkList
				links={offices.map((office) => ({ href: `/o/${office.slug}/guide`, title: `${office.name}政府信息公开指南` }))}
				empty="各机关的公开指南尚未发布。"
			/>
		</Section>
	);
}

async function guidePage(read: Reader, office: Office, others: readonly Office[] | null): Promise<Page> {
	const guide = await guideOf(read, office.id);
	const column = await columnBySlug(read, office.id, 'guide');
	const trail = others ? [] : [{ label: office.shortName, href: `/o/${office.slug}` }];
	return {
		title: `${office.name}政府信息公开指南`,
		nav: 'guide',
		breadcrumb: [...trail, { label: '政府信息公开指南' }],
		tags: column ? { column: columnPageTags(column, office.name) } : {},
		cacheTags: [`office:${office.id}`, 'guides'],
		body: (
			<>
				<GuideBody office={office} guide={guide} />
				{others ? <OtherGuides offices={others} /> : null}
			</>
		),
	};
}

export const pages: readonly PageRoute[] = [
	definePage({
		method: 'GET',
		path: '/guide',
		summary: '县级政府信息公开指南',
		audit: 'none',
		query: [],
		handler: async ({ context }) => {
			const read = reader(context);
			const offices = await listOffices(read);
			const county = offices.find((office) => office.kind === 'county');
			if (!county) throw new AppError('notFound');
			const published = await selectGuideOffices(read);
			const others = offices.filter((office) => office.id !== county.id && published.includes(office.id));
			return await guidePage(read, county, others);
		},
	}),
	definePage({
		method: 'GET',
		path: '/o/:slug/guide',
		summary: '机关政府信息公开指南',
		audit: 'none',
		query: [],
		handler: async ({ context, params }) => {
			const read = reader(context);
			const office = await officeBySlug(read, params.slug ?? '');
			if (!office) throw new AppError('notFound');
			if (office.slug !== params.slug) return { redirect: `/o/${office.slug}/guide`, status: 301 };
			return await guidePage(read, office, null);
		},
	}),
];
