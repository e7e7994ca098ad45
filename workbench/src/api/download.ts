import { transport } from './session.ts';

/**
 * Fetches a file and hands it to the browser to save. Unlike a plain link, a refusal is thrown as a ProblemError, so that
 * the person reads a sentence instead of a page of JSON.
 */
export async function download(path: string, fallbackName = '下载文件'): Promise<void> {
	const answer = await transport(new Request(path));
	const name = fileNameOf(answer.headers.get('content-disposition')) ?? fallbackName;
	const address = URL.createObjectURL(await answer.blob());
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read the address after click() has returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name in a Content-Disposition header, `filename*` before `filename`; null when there is none. */
export function fileNameOf(header: string | null): string | null {
	const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
	if (encoded) {
		try {
			return decodeURIComponent(encoded);
		} catch {
			return null;
		}
	}
	return header?.match(/filename="([^"]+)"/i)?.[1] ?? null;
}
