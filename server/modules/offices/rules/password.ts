import type { Issue } from '../../../kernel/issue.ts';
import { COMMON_PASSWORDS } from '../passwords/common.ts';
import { say } from './say.ts';

/** The password rules as data; `PASSWORD_RULES` says them in words, so that nobody has to break one to learn it. */
export const LIMITS = { shortest: 10, longest: 128, kinds: 3, notTheLast: 3 } as const;

export const PASSWORD_RULES: readonly string[] = [
	`至少${LIMITS.shortest}位`,
	`包含大写字母、小写字母、数字、其他符号中的至少${LIMITS.kinds}种`,
	'不包含登录名，不使用常见密码',
	`与最近${LIMITS.notTheLast}次用过的密码不同`,
];

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** What is wrong with a password by itself; whether it was used before needs its hashes and is asked by the command. */
export function passwordIssues(password: string, loginName: string): Issue[] {
	const issues: Issue[] = [];
	const length = [...password].length;
	if (length < LIMITS.shortest) issues.push(say('password.short', 'next', LIMITS.shortest));
	if (length > LIMITS.longest) issues.push(say('password.long', 'next', LIMITS.longest));
	const kinds = KINDS.filter((kind) => kind.test(password)).length;
	if (kinds < LIMITS.kinds) issues.push(say('password.kinds', 'next', LIMITS.kinds));
	const lower = password.toLowerCase();
	if (loginName !== '' && lower.includes(loginName.toLowerCase())) issues.push(say('password.loginName', 'next'));
	if (isCommon(lower)) issues.push(say('password.common', 'next'));
	return issues;
}

// `P@ssw0rd2026!` is `password` with the changes everybody makes, `1qaz@WSX` a row of keys with shift held down.
const DISGUISES: Record<string, string> = { '@': 'a', '0': 'o', '1': 'i', '!': 'i', '3': 'e', $: 's', '5': 's' };
const SHIFTED: Record<string, string> = {
	'!': '1',
	'@': '2',
	'#': '3',
	$: '4',
	'%': '5',
	'^': '6',
	'&': '7',
	'*': '8',
};

function isCommon(lower: string): boolean {
	const replaced = (text: string, by: Record<string, string>) =>
		[...text].map((letter) => by[letter] ?? letter).join('');
	const word = replaced(lower.replace(/[^\p{L}]+$/u, ''), DISGUISES).replace(/[^\p{L}]+/gu, '');
	const row = replaced(lower, SHIFTED).replace(/[^\p{L}\d]+/gu, '');
	const plain = lower.replace(/[^\p{L}\d]+/gu, '');
	return [word, row, plain].some((text) => COMMON_PASSWORDS.has(text));
}
