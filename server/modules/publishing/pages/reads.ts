import { reader } from '../../../platform/transaction.ts';
import { definePage } from '../../../portal/page.ts';
import { selectReads } from '../store/reads.ts';
import { idOf, requirePublic } from './public-document.ts';

/**
 * 浏览次数 of a document, asked for by the script of its page: the page itself is kept and written out as a file, and says no
 * figure that changes with every reader. Asking is reading, once a reader for a while. No cookie is set or looked at; other hosts
 * may ask, since the page may stand on one.
 */
export const readsPage = definePage({
	method: 'GET',
	path: '/d/:id/reads.json',
	summary: '政府信息浏览次数',
	audit: 'none',
	live: true,
	ratePerMinute: 120,
	query: [],
	handler: async ({ context, params, userAgent, services }) => {
		const read = reader(context);
		const id = idOf(params.id);
		await requirePublic(read, id);
		services.reads.note(id, read.today.slice(0, 7), { address: context.ip ?? '', userAgent });
		const written = (await selectReads(read, [id])).get(id) ?? 0;
		return {
			raw: JSON.stringify({ reads: written + services.reads.pending(id) }),
			mediaType: 'application/json; charset=utf-8',
			headers: { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' },
		};
	},
});
