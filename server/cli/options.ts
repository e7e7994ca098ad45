import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Thrown for a command line that cannot be understood; the message is for people. */
export class UsageError extends Error {}

/** Reads options and words; an unknown option is answered with the usage text. @throws UsageError */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
	args: string[],
	options: O,
	usage: string,
) {
	try {
		return parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>({
			args,
			options,
			allowPositionals: true,
			strict: true,
		});
	} catch (error) {
		const [, option] = /'(--?[^']+)'/.exec((error as Error).message) ?? [];
		const known = option ? option.split(/[\s=]/)[0] : '';
		throw new UsageError(`无法识别的参数${known ? `：${known}` : ''}\n\n${usage}`);
	}
}

/** 1234567 → 1.2 MB. */
export function sizeText(bytes: number): string {
	const units = ['B', 'kB', 'MB', 'GB', 'TB'];
	let [value, unit] = [bytes, 0];
	while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
