// Finds a Chromium for the browser tests; CHROMIUM overrides.
import { existsSync } from 'node:fs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export function findChromium() {
	const wanted = process.env.CHROMIUM;
	if (wanted) return existsSync(wanted) ? wanted : null;
	return PLACES.find((path) => existsSync(path)) ?? null;
}
