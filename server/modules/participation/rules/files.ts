import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { kindsFound, type LeakCheck } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { atLeast } from './length.ts';

/** What a signer says of files that hold personal data, or that no program can read. */
export interface FileWord {
	personalReason: string;
	checkedByHand: boolean;
}

const named = (files: readonly { fileName: string }[]) =>
	[...new Set(files.map(({ fileName }) => `「${fileName}」`))].join('、');

/**
 * What keeps files from being shown to everybody (个人信息保护法第二十五条; 条例第十五条). A file that could not be read holds what
 * nobody knows: it waits until a person has looked.
 */
export function fileIssues({ leaks, unread }: LeakCheck, { personalReason, checkedByHand }: FileWord): Issue[] {
	const isSilent = personalReason.trim() === '';
	return collectIssues(
		leaks.length > 0 &&
			isSilent &&
			issue('file.personal', messages.filePersonal(named(leaks), kindsFound(leaks)), 'personalReason'),
		leaks.length > 0 &&
			!isSilent &&
			!atLeast(personalReason, 5) &&
			issue('concern.reason', messages.reason, 'personalReason'),
		unread.length > 0 && !checkedByHand && issue('file.unread', messages.fileUnread(named(unread)), 'checkedByHand'),
	);
}

/** What of it is kept: nothing where nothing was asked. */
export function keptWord({ leaks, unread }: LeakCheck, { personalReason, checkedByHand }: FileWord) {
	return {
		personalReason: leaks.length > 0 ? personalReason.trim() : '',
		checkedByHand: unread.length > 0 && checkedByHand ? named(unread) : '',
	};
}

/** The same in the history of the consultation. */
export function toldWord({ personalReason, checkedByHand }: ReturnType<typeof keptWord>): string {
	return [
		personalReason && `附件含疑似个人信息，公开的理由：${personalReason}`,
		checkedByHand && `已逐页核对${checkedByHand}`,
	]
		.filter(Boolean)
		.join('；');
}
