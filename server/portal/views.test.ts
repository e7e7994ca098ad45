import { describe, expect, test } from 'vitest';
import { inView, keepView, outOfView, pageHref, viewOf } from './views.ts';

describe('the address of a view', () => {
	test.each([
		['/elder/d/12', 'elder', '/d/12'],
		['/elder', 'elder', '/'],
		['/elder/', 'elder', '/'],
		['/elder?page=2', 'elder', '/?page=2'],
		['/contrast/search?q=a%2Fb', 'contrast', '/search?q=a%2Fb'],
		['/', null, '/'],
		['/elderly', null, '/elderly'],
		['/d/elder/1', null, '/d/elder/1'],
		['/elder//evil.example', null, '/elder//evil.example'],
		['/elder/api/session', null, '/elder/api/session'],
		['/elder/workbench', null, '/elder/workbench'],
		['/elder/assets/site.css', null, '/elder/assets/site.css'],
		['/elder/contrast/d/1', null, '/elder/contrast/d/1'],
	])('%s', (given, view, path) => {
		expect(viewOf(given)).toEqual({ view, path, url: path });
	});

	test.each([
		['/o/a/c/news/page/3', '/o/a/c/news?page=3'],
		['/voice/page/2?kind=report', '/voice?kind=report&page=2'],
		['/elder/disclosed/page/12', '/disclosed?page=12'],
		['/o/a/c/news/page/0', '/o/a/c/news/page/0'],
		['/o/a/c/news/page/03', '/o/a/c/news/page/03'],
		['/o/a/c/news/page/3/4', '/o/a/c/news/page/3/4'],
		['/search?q=/page/3', '/search?q=/page/3'],
	])('the page of a list: %s', (given, url) => {
		expect(viewOf(given).url).toBe(url);
	});

	test('read back from what was made', () => {
		for (const path of ['/', '/d/1', '/search?q=x', pageHref('/o/a', 1), pageHref('/o/a', 2, 'kind=x')])
			expect(viewOf(inView('elder', path))).toMatchObject({ view: 'elder', path });
	});

	test('out of a view stands a dot that browsers drop', () => {
		expect(new URL(outOfView(null, '/d/1?x=1'), 'https://a.cn/elder/d/1').pathname).toBe('/d/1');
		expect(new URL(outOfView('contrast', '/'), 'https://a.cn/elder/').pathname).toBe('/contrast/');
	});
});

test('links and forms stay in the view; the stylesheet, other hosts and ways out do not', () => {
	const html =
		'<link href="/assets/s.css"><a href="/guide"></a><a href="/"></a><a href="//x.cn"></a><a href="https://y.cn/"></a><a href="/./guide"></a><a href="#main"></a><form action="/search"></form><a href="/workbench/"></a>';
	expect(keepView(html, 'elder')).toBe(
		'<link href="/assets/s.css"><a href="/elder/guide"></a><a href="/elder/"></a><a href="//x.cn"></a><a href="https://y.cn/"></a><a href="/./guide"></a><a href="#main"></a><form action="/elder/search"></form><a href="/workbench/"></a>',
	);
	expect(keepView(html, null)).toBe(html);
});
