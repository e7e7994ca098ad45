import { fileNameOf } from '../../api/download.ts';
import { transport } from '../../api/session.ts';

/** Asks for a file by POST (a reason goes with it) and hands it to the browser to save. */
export async function saveFrom(path: string, body: object, fallbackName: string): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	const answer = await transport(new Request(path, { method: 'POST', headers, body: JSON.stringify(body) }));
	const name = fileNameOf(answer.headers.get('content-disposition')) ?? fallbackName;
	const address = URL.createObjectURL(await answer.blob());
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read the address after click() has returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
