import { Download } from '../../api/route.ts';
import { AppError } from '../../kernel/errors.ts';
import { civilDay } from '../../platform/clock.ts';
import { type Reader, reader } from '../../platform/transaction.ts';
import { definePage, type PageRequest, type PageRoute, type Redirect } from '../../portal/page.ts';
import { listOffices, type Office, officeBySlug } from '../offices/index.ts';
import { OfficeReports, YearOfReports } from './pages/lists.tsx';
import { openDataPages } from './pages/open-data-pages.tsx';
import { ReportBody } from './pages/report-body.tsx';
import { REPORT_STYLE } from './pages/style.ts';
import { verifyPages } from './pages/verify-pages.tsx';
import { listPublished, publicFile, publicReport } from './queries/published.ts';
import { fileNameOf, MEDIA_TYPES } from './snapshot/files.ts';
import { REPORT_FORMATS } from './store/tables.ts';

const style = <style>{REPORT_STYLE}</style>;
const LIST = { label: '政府信息公开年报', href: '/reports' };

async function requireOffice(read: Reader, slug: string | undefined): Promise<Office> {
	const office = await officeBySlug(read, slug ?? '');
	if (!office) throw new AppError('notFound');
	return office;
}

/** Former addresses of an office lead to it for ever. */
function moved(office: Office, params: Record<string, string>, rest: string): Redirect | null {
	return office.slug === params.slug ? null : { redirect: `/o/${office.slug}/reports${rest}`, status: 301 };
}

function yearOf(text: string | undefined): number {
	if (!/^\d{4}$/.test(text ?? '')) throw new AppError('notFound');
	return Number(text);
}

const pageOfYears = definePage({
	method: 'GET',
	path: '/reports',
	summary: '各机关年度报告',
	audit: 'none',
	query: ['year'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		const reports = await listPublished(read);
		const years = [...new Set(reports.map((report) => report.year))];
		const year = query.year === undefined ? (years[0] ?? null) : yearOf(query.year);
		const offices = await listOffices(read, { merged: true });
		const listed = offices.flatMap((office) =>
			reports
				.filter((report) => report.officeId === office.id && report.year === year)
				.map((report) => ({ report, office })),
		);
		return {
			title: '政府信息公开工作年度报告',
			nav: 'reports',
			breadcrumb: [{ label: LIST.label }],
			cacheTags: ['reports'],
			head: style,
			body: <YearOfReports year={year} years={years} listed={listed} />,
		};
	},
});

const pageOfOffice = definePage({
	method: 'GET',
	path: '/o/:slug/reports',
	summary: '机关历年年度报告',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const office = await requireOffice(read, params.slug);
		const elsewhere = moved(office, params, '');
		if (elsewhere) return elsewhere;
		return {
			title: `${office.name}政府信息公开工作年度报告`,
			nav: 'reports',
			breadcrumb: [{ label: office.shortName, href: `/o/${office.slug}` }, { label: LIST.label }],
			cacheTags: ['reports', `office:${office.id}`],
			body: <OfficeReports office={office} reports={await listPublished(read, office.id)} />,
		};
	},
});

const pageOfReport = definePage({
	method: 'GET',
	path: '/o/:slug/reports/:year',
	summary: '年度报告',
	audit: 'none',
	query: [],
	handler: async ({ context, params }) => {
		const read = reader(context);
		const office = await requireOffice(read, params.slug);
		const year = yearOf(params.year);
		const elsewhere = moved(office, params, `/${year}`);
		if (elsewhere) return elsewhere;
		const found = await publicReport(read, office.id, year);
		const { model, edition } = found;
		return {
			title: model.title,
			nav: 'reports',
			breadcrumb: [
				{ label: office.shortName, href: `/o/${office.slug}` },
				{ label: LIST.label, href: `/o/${office.slug}/reports` },
				{ label: `${year}年度` },
			],
			tags: {
				article: {
					title: model.title,
					publishedAt: `${civilDay(edition.publishedAt)} 00:00`,
					source: model.officeName,
				},
			},
			cacheTags: ['reports', `office:${office.id}`],
			head: style,
			body: <ReportBody found={found} base={`/o/${office.slug}/reports/${year}`} />,
		};
	},
});

const files = REPORT_FORMATS.map((format) =>
	definePage({
		method: 'GET',
		path: `/o/:slug/reports/:year/report.${format}`,
		summary: '下载年度报告',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services }: PageRequest) => {
			const read = reader(context);
			const office = await requireOffice(read, params.slug);
			const at = { officeId: office.id, year: yearOf(params.year), format };
			const { file, title } = await publicFile(read, at);
			return new Download(services.files.read(file.sha256), MEDIA_TYPES[format], fileNameOf(title, format));
		},
	}),
);

export const pages: readonly PageRoute[] = [
	pageOfYears,
	pageOfOffice,
	pageOfReport,
	...files,
	...openDataPages,
	...verifyPages,
];
