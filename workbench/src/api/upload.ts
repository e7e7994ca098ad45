import { OFFLINE, ProblemError, problemFrom } from './problem.ts';
import { gate } from './session.ts';
import { mayRepeat } from './transport.ts';

export interface UploadOptions {
	/** Text fields beside the files. */
	fields?: Readonly<Record<string, string>>;
	/** Name of the file part, `file` when left out. */
	name?: string;
	method?: 'POST' | 'PUT';
	/** Called with 0…100. */
	onProgress?: (percent: number) => void;
	signal?: AbortSignal;
}

/**
 * Sends files as multipart and reports progress, which fetch cannot. The answer's body is not checked: name its type.
 * @throws ProblemError as the typed client does; an ended session asks for the password and sends once more.
 */
export async function upload<T>(path: string, files: readonly File[], options: UploadOptions = {}): Promise<T> {
	const first = await send(path, files, options);
	if (first.ok) return JSON.parse(first.body) as T;
	const again = await mayRepeat(first.status, { url: path, method: options.method ?? 'POST' }, gate);
	const last = again ? await send(path, files, options) : first;
	if (!last.ok) throw problemFrom(last.status, last.body);
	return JSON.parse(last.body) as T;
}

interface Sent {
	ok: boolean;
	status: number;
	body: string;
}

function send(path: string, files: readonly File[], options: UploadOptions): Promise<Sent> {
	const form = new FormData();
	for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value);
	for (const file of files) form.append(options.name ?? 'file', file, file.name);
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open(options.method ?? 'POST', path);
		const token = gate.token();
		if (token !== null) request.setRequestHeader('x-csrf-token', token);
		request.upload.onprogress = (event) => {
			if (event.lengthComputable) options.onProgress?.(Math.floor((event.loaded / event.total) * 100));
		};
		request.onload = () => {
			const ok = request.status >= 200 && request.status < 300;
			resolve({ ok, status: request.status, body: request.responseText });
		};
		// A server that refuses a large file early closes the connection: the browser then reports a network error.
		request.onerror = () => reject(new ProblemError({ title: OFFLINE, status: 0, code: 'offline' }));
		request.onabort = () => reject(new ProblemError({ title: '上传已取消。', status: 0, code: 'cancelled' }));
		options.signal?.addEventListener('abort', () => request.abort());
		request.send(form);
	});
}
