import type { Written } from './state.ts';

/** Hash, bytes, media type, file and address of every file, in the order of addresses: what is there can be checked by anybody. */
export function manifestOf(pages: Iterable<Written>): string {
	const lines = [...pages]
		.filter(({ file }) => file !== null)
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(({ sha256, size, mediaType, file, path }) => [sha256, size, mediaType, file, path].join('\t'));
	return ['sha256\tbytes\tmediaType\tfile\taddress', ...lines, ''].join('\n');
}

const HEADERS = [
	"Content-Security-Policy \"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; frame-ancestors 'self'\"",
	'X-Content-Type-Options nosniff',
	'Referrer-Policy no-referrer',
	'Cache-Control no-cache',
];

/** What nginx has to know, to be included in a `server` block with `root …/current/pages`. */
export function serverConfig(pages: Iterable<Written>): string {
	const ways = [...pages].filter(({ to }) => to?.startsWith('/'));
	return `# Written by «gongkai site export»; included in a server block whose root is …/current/pages.
charset utf-8;
gzip on;
gzip_types text/css text/javascript application/xml application/atom+xml application/feed+json image/svg+xml text/plain;
${HEADERS.map((header) => `add_header ${header} always;`).join('\n')}
location / { try_files $uri $uri.html $uri/index.html @gone; }
location ~ /feed\\.xml$ { types { } default_type "application/atom+xml; charset=utf-8"; }
# Withdrawn: date, reason and office stand there, under 410.
location @gone {
	if (-f $document_root/_gone$uri.html) { return 410; }
	return 404;
}
error_page 410 /_gone$uri.html;
location /_gone/ { internal; }
${ways.map(({ path, to }) => `location = ${quoted(path)} { return 301 ${quoted(to ?? '/')}; }`).join('\n')}
`;
}

function quoted(path: string): string {
	return `"${decodeURI(path).replace(/["\\$]/g, '')}"`;
}
