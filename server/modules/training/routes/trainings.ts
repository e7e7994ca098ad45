import { paperDownload } from '../../../api/paper.ts';
import { Download, defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { type Reader, reader, transact } from '../../../platform/transaction.ts';
import { listOffices, officeById } from '../../offices/index.ts';
import * as attendance from '../commands/attendance.ts';
import { moveTraining } from '../commands/move-training.ts';
import { changeTraining, createTraining } from '../commands/save-training.ts';
import { KINDS, RATING_ITEMS, STATES } from '../model.ts';
import { colleagues } from '../queries/people.ts';
import { listTrainings, requireTraining, trainingFile, trainingView } from '../queries/trainings.ts';
import { judgePeople } from '../rules/people-rows.ts';
import { created, done, idParams, importBody, optionsOf } from '../schemas/shared.ts';
import * as schemas from '../schemas/trainings.ts';
import { minutesPaper, noticePaper, signInPaper } from '../sheets/papers.ts';
import { PEOPLE_SHEET } from '../sheets/sheets.ts';
import { rowsOf } from './uploads.ts';

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/trainings',
		summary: '培训会议列表',
		access: 'training.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listAnswer,
		handler: async ({ context, query }) => await listTrainings(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/trainings/options',
		summary: '培训会议的类别、机关和人员',
		access: 'training.read',
		audit: 'none',
		response: schemas.options,
		handler: async ({ context }) => {
			const read = reader(context);
			return {
				kinds: optionsOf(KINDS),
				states: optionsOf(STATES),
				offices: (await listOffices(read)).map(({ id, shortName }) => ({ value: id, label: shortName })),
				ratingItems: [...RATING_ITEMS],
				colleagues: await colleagues(read),
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/trainings/template',
		summary: '下载到场名单模板',
		access: 'training.organise',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(PEOPLE_SHEET), XLSX, '到场名单模板.xlsx'),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/trainings/:id',
		summary: '培训会议',
		access: 'training.read',
		audit: 'none',
		params: idParams,
		response: schemas.view,
		handler: async ({ context, params }) => await trainingView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/trainings/:id/paper',
		summary: '打印培训会议通知、签到表和纪要',
		access: 'training.read',
		audit: 'training.print',
		params: idParams,
		query: schemas.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const paper = await paperOf(reader(context), params.id, query.what);
			return await paperDownload(paper, paper.title, query.format, services);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/trainings/:id/files/:fileId',
		summary: '下载培训材料',
		access: 'training.read',
		audit: 'training.file.read',
		params: schemas.fileParams,
		response: 'download',
		handler: async ({ context, params, services }) => {
			const file = await trainingFile(reader(context), params.id, params.fileId);
			return new Download(services.files.read(file.sha256), file.mediaType, file.fileName);
		},
	}),
];

async function paperOf(read: Reader, id: number, what: 'notice' | 'signIn' | 'minutes') {
	const view = await trainingView(read, id);
	const issuer = (await officeById(read, view.officeId))?.name ?? '';
	if (what === 'notice') return noticePaper({ ...view, issuer }, read.today);
	return what === 'signIn' ? signInPaper({ ...view, issuer }) : minutesPaper({ ...view, issuer });
}

const plans = [
	defineRoute({
		method: 'POST',
		path: '/api/trainings',
		summary: '拟定培训会议',
		access: 'training.organise',
		audit: 'training.create',
		body: schemas.newTraining,
		response: created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createTraining(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/trainings/:id',
		summary: '修改培训会议',
		access: 'training.organise',
		audit: 'training.change',
		params: idParams,
		body: schemas.changed,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeTraining(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/moves/:action',
		summary: '办理培训会议',
		access: 'training.organise',
		audit: 'training.move',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveTraining(tx, { ...params, ...body }));
			return {};
		},
	}),
];

const people = [
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/people',
		summary: '填报参加人员',
		access: 'training.organise',
		audit: 'training.signUp',
		params: idParams,
		body: schemas.peopleBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => attendance.addPeople(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/trainings/:id/people/:personId',
		summary: '移出参加人员',
		access: 'training.organise',
		audit: 'training.signOut',
		params: schemas.personParams,
		response: done,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => attendance.removePerson(tx, params.id, params.personId));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/attendance',
		summary: '登记到场人员',
		access: 'training.organise',
		audit: 'training.tick',
		params: idParams,
		body: schemas.marksBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => attendance.tickAttendance(tx, params.id, body.marks));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/import',
		summary: '导入到场名单',
		access: 'training.organise',
		audit: 'training.import',
		params: idParams,
		upload: { maxFiles: 1 },
		body: importBody,
		response: schemas.importAnswer,
		handler: async ({ context, params, body, files, services }) => {
			const rows = await rowsOf(files, PEOPLE_SHEET, services);
			const judged = judgePeople(rows, await invitedNames(reader(context), params.id));
			const ready = judged.every(({ issues }) => issues.length === 0);
			if (body.mode === 'save') {
				if (!ready) throw new AppError('invalid', { issues: judged.flatMap(({ issues }) => issues) });
				await transact(context, (tx) => attendance.importPeople(tx, params.id, judged));
			}
			return { ready, imported: body.mode === 'save' ? judged.length : 0, rows: judged };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/confirm',
		summary: '确认本机关参加人员',
		access: 'training.organise',
		audit: 'training.confirm',
		params: idParams,
		body: schemas.confirmBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => attendance.confirmOffice(tx, params.id, body.confirmed));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/rating',
		summary: '评价培训',
		access: 'training.read',
		audit: 'training.rate',
		params: idParams,
		body: schemas.ratingBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => attendance.rateTraining(tx, params.id, body));
			return {};
		},
	}),
];

async function invitedNames(read: Reader, id: number): Promise<Map<string, number>> {
	const { invited } = await requireTraining(read, id);
	const asked = new Set(invited.map(({ officeId }) => officeId));
	const offices = (await listOffices(read)).filter((office) => asked.has(office.id));
	return new Map(
		offices.flatMap((office) => [office.name, office.shortName].map((name) => [name, office.id] as const)),
	);
}

const files = [
	defineRoute({
		method: 'POST',
		path: '/api/trainings/:id/files',
		summary: '上传培训材料',
		access: 'training.organise',
		audit: 'training.file',
		params: idParams,
		upload: { maxFiles: 10 },
		response: done,
		handler: async ({ context, params, files: uploads }) => {
			await transact(context, (tx) => attendance.addFiles(tx, params.id, uploads));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/trainings/:id/files/:fileId',
		summary: '移除培训材料',
		access: 'training.organise',
		audit: 'training.file.remove',
		params: schemas.fileParams,
		response: done,
		handler: async ({ context, params }) => {
			await transact(context, (tx) => attendance.removeFile(tx, params.id, params.fileId));
			return {};
		},
	}),
];

export const trainingRoutes = [...reads, ...plans, ...people, ...files];
