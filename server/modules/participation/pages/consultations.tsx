import { Download } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { LinkList, Notice, PageHead, Pagination, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { pageHref } from '../../../portal/views.ts';
import { listOffices, officeById } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { type Consultation, PHASES, type Phase } from '../model/consultation.ts';
import { phaseOf } from '../rules/period.ts';
import { publicConsultation, publicConsultations, selectFiles } from '../store/consultations.ts';
import { resultOf } from './consultation-result.tsx';
import { ConsultationView } from './consultation-view.tsx';
import { numberOf, pageOf } from './typed.ts';

const PER_PAGE = 20;
/** More drafts than a county has open at once. */
const AT_ONCE = 200;
const VOICE = { label: '互动回应', href: '/voice' };
const TRAIL = { label: '意见征集', href: '/consultations' };

/** A line of a list: who asks, and the day that matters; that it closes soon is said in words. */
function lineOf(offices: ReadonlyMap<number, string>, phase: Phase) {
	return ({ number, title, officeId, fromDay, toDay, resultAt }: Consultation) => ({
		href: `/consultations/${number}`,
		title,
		label: offices.get(officeId),
		day: phase === 'answered' && resultAt !== null ? civilDay(resultAt) : undefined,
		note: { coming: `${fromDay}开始`, open: `${toDay}截止`, closed: undefined, answered: undefined }[phase],
	});
}

async function listPage(read: Reader, page: number): Promise<Page> {
	const offices = new Map((await listOffices(read, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const running = async (phase: Phase) =>
		(await publicConsultations(read, phase, { limit: AT_ONCE, offset: 0 })).rows.map(lineOf(offices, phase));
	const [open, coming, closed] = [await running('open'), await running('coming'), await running('closed')];
	const at = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
	const answered = await publicConsultations(read, 'answered', at);
	if (page > 1 && answered.rows.length === 0) throw new AppError('notFound');
	return {
		title: '意见征集',
		nav: 'voice',
		breadcrumb: [VOICE, { label: '意见征集' }],
		body: (
			<>
				<PageHead title="意见征集" lead="重大行政决策、行政规范性文件等草案向社会公开征求意见，并公布意见采纳情况。">
					<p className="page-lead">
						<a href="/consultations/query">凭编号和查询码查询我的意见</a>
					</p>
				</PageHead>
				{page > 1 ? null : (
					<>
						<Section title="正在征集">
							<LinkList links={[...open, ...coming]} empty="目前没有正在征集意见的草案。" />
						</Section>
						{closed.length > 0 ? (
							<Section title="已截止，意见整理中">
								<LinkList links={closed} empty="" />
							</Section>
						) : null}
					</>
				)}
				<Section title="征集结果反馈">
					<LinkList links={answered.rows.map(lineOf(offices, 'answered'))} empty="还没有公布的征集结果。" />
					<Pagination
						page={page}
						pages={Math.ceil(answered.total / PER_PAGE)}
						href={(to) => pageHref('/consultations', to)}
					/>
				</Section>
			</>
		),
	};
}

/** The address of what was withdrawn: when and why, nothing of what it was. */
function gonePage({ withdrawnAt, withdrawReason }: Consultation, office: string): Page {
	return {
		status: 410,
		title: '意见征集已撤回',
		nav: 'voice',
		breadcrumb: [VOICE, TRAIL, { label: '已撤回' }],
		cacheTags: ['consultations'],
		body: (
			<>
				<PageHead title="意见征集已撤回" />
				<Notice kind="warning">本次意见征集已经撤回，不再接受意见。</Notice>
				<SummaryList
					rows={[
						{ label: '机关', value: office },
						{ label: '撤回日期', value: withdrawnAt ? civilDay(withdrawnAt) : '' },
						{ label: '理由', value: withdrawReason },
					]}
				/>
			</>
		),
	};
}

async function onePage({ context, params }: PageRequest): Promise<Page> {
	const read = reader(context);
	const consultation = await publicConsultation(read, numberOf(params.number, /^ZJ$/), { gone: true });
	const office = consultation && (await officeById(read, consultation.officeId));
	if (!consultation || !office) throw new AppError('notFound');
	const phase = phaseOf(consultation, read.today);
	if (phase === null) return gonePage(consultation, office.name);
	return {
		title: consultation.title,
		nav: 'voice',
		breadcrumb: [VOICE, TRAIL, { label: PHASES[phase] }],
		// It opens and closes by itself; and a document it names may be withdrawn any time.
		cacheTags:
			(phase === 'closed' || phase === 'answered') && consultation.documentId === null ? ['consultations'] : undefined,
		tags: {
			article: {
				title: consultation.title,
				publishedAt: `${consultation.fromDay} 00:00`,
				source: office.name,
			},
		},
		body: (
			<ConsultationView
				consultation={consultation}
				phase={phase}
				office={office.name}
				files={await selectFiles(read, consultation.id)}
				document={await documentOf(read, consultation)}
				result={phase === 'answered' ? await resultOf(read, consultation) : null}
			/>
		),
	};
}

async function documentOf(read: Reader, { documentId }: Consultation): Promise<{ href: string; title: string } | null> {
	const document = documentId === null ? null : await documentById(read, documentId);
	return document ? { href: `/d/${documentId}`, title: document.title } : null;
}

export const consultationPages = [
	definePage({
		method: 'GET',
		path: '/consultations',
		summary: '意见征集',
		audit: 'none',
		query: ['page'],
		handler: async ({ context, query }) => await listPage(reader(context), pageOf(query.page)),
	}),
	definePage({
		method: 'GET',
		path: '/consultations/:number',
		summary: '公开征求意见',
		audit: 'none',
		query: [],
		handler: onePage,
	}),
	definePage({
		method: 'GET',
		path: '/consultations/:number/files/:fileId/:name',
		summary: '征求意见的附件',
		audit: 'none',
		query: [],
		handler: async ({ context, params, services }) => {
			const read = reader(context);
			const consultation = await publicConsultation(read, numberOf(params.number, /^ZJ$/));
			const files = consultation ? await selectFiles(read, consultation.id) : [];
			const file = files.find(({ id }) => String(id) === params.fileId);
			if (!file) throw new AppError('notFound');
			const download = new Download(services.files.read(file.sha256), file.mediaType, file.fileName);
			download.cacheTags = ['consultations'];
			return download;
		},
	}),
];
