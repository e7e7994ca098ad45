import { AppError } from '../../../kernel/errors.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { reader } from '../../../platform/transaction.ts';
import { definePage, type Page, type PageRequest } from '../../../portal/page.ts';
import { countyProfile } from '../audit/profile.ts';
import { messages } from '../messages.zh.ts';
import { verifyApart } from '../reader/read.ts';
import { REPORT_STYLE } from './style.ts';
import { VerifyForm, VerifyResult } from './verify.tsx';

const LIMIT = 10 * 1024 * 1024;
/** Files read at once for the public; each takes a core and up to half a gigabyte. */
const AT_ONCE = 1;
const WAITING = 4;
const LIST = { label: '政府信息公开年报', href: '/reports' };
const style = <style>{REPORT_STYLE}</style>;

/** Those who wait their turn; beyond that people are asked to come back. */
class Turns {
	#running = 0;
	readonly #queue: (() => void)[] = [];

	/** @throws AppError `unavailable` when too many wait. */
	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= AT_ONCE) {
			if (this.#queue.length >= WAITING) throw new AppError('unavailable', { message: messages.verifyBusy });
			await new Promise<void>((resolve) => this.#queue.push(resolve));
		}
		this.#running++;
		try {
			return await work();
		} finally {
			this.#running--;
			this.#queue.shift()?.();
		}
	}
}

const turns = new Turns();

function formPage(issues: readonly Issue[]): Page {
	return {
		status: issues.length > 0 ? 422 : 200,
		title: '年度报告核验',
		nav: 'reports',
		breadcrumb: [LIST, { label: '年度报告核验' }],
		body: <VerifyForm issues={issues} />,
	};
}

async function verify({ context, passing, uploadError }: PageRequest): Promise<Page> {
	const [file] = passing;
	if (uploadError) return formPage([issue('verify.refused', `${uploadError}，请重新选择文件。`, 'file')]);
	if (!file) return formPage([issue('verify.none', messages.verifyNone, 'file')]);
	const profile = await countyProfile(reader(context), 'import');
	const parts = await turns.take(() => verifyApart(file.bytes, file.fileName, profile));
	return {
		title: '核验结果',
		nav: 'reports',
		breadcrumb: [LIST, { label: '年度报告核验', href: '/verify' }, { label: '核验结果' }],
		head: style,
		body: <VerifyResult parts={parts} />,
	};
}

/** Anybody may have a report checked. Neither the file nor what was found in it is stored or logged. */
export const verifyPages = [
	definePage({
		method: 'GET',
		path: '/verify',
		summary: '年度报告核验',
		audit: 'none',
		query: [],
		handler: async () => ({ ...formPage([]), cacheTags: ['verify'] }),
	}),
	definePage({
		method: 'POST',
		path: '/verify',
		summary: '核验年度报告',
		audit: 'report.verify',
		maxFiles: 1,
		passingBytes: LIMIT,
		ratePerMinute: 10,
		handler: verify,
	}),
];
