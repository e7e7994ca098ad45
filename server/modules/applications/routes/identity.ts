import { Download, defineRoute } from '../../../api/route.ts';
import { PAPER_TYPES } from '../../../platform/documents/index.ts';
import { transact } from '../../../platform/transaction.ts';
import { ZIP_TYPE } from '../../../platform/zip.ts';
import { exportVolume } from '../commands/export-volume.ts';
import { openFile } from '../commands/open-file.ts';
import { printLetter } from '../commands/print-letter.ts';
import { printPaper } from '../commands/print-paper.ts';
import { revealIdentity } from '../commands/reveal-identity.ts';
import { caseServices } from '../commands/services.ts';
import { letterFileName } from '../queries/papers.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as views from '../schemas/views.ts';

/** Everything that shows who applied. POST throughout: looking is an act, with a reason, and it is kept. */
export const identityRoutes = [
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/identity',
		summary: '查看申请人身份',
		access: 'application.revealIdentity',
		audit: 'application.revealIdentity',
		params: c.idParams,
		body: inputs.reason,
		response: views.revealed,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => revealIdentity(tx, caseServices(services), { id: params.id, ...body })),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/letters/:letterId/print',
		summary: '打印文书',
		access: 'application.revealIdentity',
		audit: 'application.printLetter',
		params: c.idParams.extend({ letterId: c.id }),
		body: inputs.letterPrint,
		response: 'download',
		handler: async ({ context, params, body, services }) => {
			const { letter, content } = await transact(context, (tx) =>
				printLetter(tx, caseServices(services), { ...params, ...body }),
			);
			return new Download(content, PAPER_TYPES[body.format], letterFileName(letter, body.format));
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/files/:fileId/open',
		summary: '查看申请材料',
		access: 'application.revealIdentity',
		audit: 'application.openFile',
		params: c.idParams.extend({ fileId: c.id }),
		body: inputs.reason,
		response: 'download',
		handler: async ({ context, params, body, services }) => {
			const found = await transact(context, (tx) => openFile(tx, { ...params, ...body }));
			return new Download(services.files.read(found.sha256), found.mediaType, found.fileName);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/volume',
		summary: '导出案卷',
		access: 'application.revealIdentity',
		audit: 'application.exportVolume',
		params: c.idParams,
		body: inputs.reason,
		response: 'download',
		handler: async ({ context, params, body, services }) => {
			const { fileName, content } = await transact(context, (tx) =>
				exportVolume(tx, caseServices(services), { id: params.id, ...body }),
			);
			return new Download(content, ZIP_TYPE, fileName);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/:id/papers',
		summary: '打印办理表格',
		access: 'application.read',
		audit: 'application.printPaper',
		params: c.idParams,
		body: inputs.paper,
		response: 'download',
		handler: async ({ context, params, body, services }) => {
			const { title, content } = await transact(context, (tx) =>
				printPaper(tx, caseServices(services), { id: params.id, ...body }),
			);
			return new Download(content, PAPER_TYPES[body.format], `${title}.${body.format}`);
		},
	}),
];
