import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 90_000;

/** Papers of office programs by media type, with the ending LibreOffice knows them by. */
const ENDINGS: Readonly<Record<string, string>> = {
	'application/msword': 'doc',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/rtf': 'rtf',
	'application/vnd.oasis.opendocument.text': 'odt',
};

export function isOfficePaper(mediaType: string): boolean {
	return Object.hasOwn(ENDINGS, mediaType);
}

/** No macro runs, and nothing a paper links to is fetched. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

/**
 * Sets a paper of an office program as pdf with the LibreOffice of this machine (`program`), in a profile of its own that is
 * gone afterwards. Null when it could not be set.
 */
export async function officeToPdf(bytes: Uint8Array, mediaType: string, program: string): Promise<Uint8Array | null> {
	const ending = ENDINGS[mediaType];
	if (!ending) return null;
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
	try {
		await mkdir(join(folder, 'profile', 'user'), { recursive: true });
		await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE);
		const source = join(folder, `paper.${ending}`);
		await writeFile(source, bytes);
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const args = [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder, source];
		await run(program, args, {
			timeout: LIMIT_MS,
			killSignal: 'SIGKILL',
			env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'zh_CN.UTF-8' },
		});
		return new Uint8Array(await readFile(join(folder, 'paper.pdf')));
	} catch {
		return null;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
