import type { TaggedPage } from '../model.ts';
import { daysSince, defineMonitor } from './define.ts';

const CHECK = '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）';
const SILENT_DAYS = 14;

/** 政府网站发展指引附件: what each level of a page has to carry. A content page carries all three. */
const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'] as const;
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'] as const;
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource'] as const;
const WANTED: Readonly<Record<TaggedPage['level'], readonly string[]>> = {
	site: SITE,
	column: [...SITE, ...COLUMN],
	article: [...SITE, ...COLUMN, ...ARTICLE],
};

/** Tags a page of this level should carry and does not. */
export function missingTags(level: TaggedPage['level'], tags: readonly string[]): string[] {
	const there = new Set(tags.map((tag) => tag.toLowerCase()));
	return WANTED[level].filter((name) => !there.has(name.toLowerCase()));
}

export const silentSite = defineMonitor({
	id: 'M-HOME',
	title: '首页两周没有更新',
	basis: `${CHECK}：首页两周未更新，单项否决`,
	severity: 'veto',
	points: 0,
	most: 0,
	check: ({ site, today }) => {
		if (!site) return [];
		const { lastOn } = site;
		const days = lastOn === null ? null : daysSince(lastOn, today);
		if (days !== null && days <= SILENT_DAYS) return [];
		const message = days === null ? '网站从未发布过信息' : `网站首页已${days}天没有更新`;
		return [{ subject: 'site', message, evidence: { facts: { 最近更新: lastOn ?? '无' }, path: '/' } }];
	},
});

export const noService = defineMonitor({
	id: 'M-NOSERVICE',
	title: '没有提供办事服务',
	basis: `${CHECK}：服务不实用，未提供办事服务，单项否决`,
	severity: 'veto',
	points: 0,
	most: 0,
	check: ({ site }) => {
		if (!site || site.services > 0 || site.servicesAt !== '') return [];
		const message =
			'网站没有一份办事指南，也没有公开许可和其他服务事项的依据、条件、程序；在其他网站提供服务的，请在县级设置中填写其网址';
		return [{ subject: 'site', message, evidence: { facts: { 办事指南: '无' }, path: '/catalog/A20-05' } }];
	},
});

export const missingPageTags = defineMonitor({
	id: 'M-TAGS',
	title: '网页标签不全',
	basis: '《政府网站发展指引》（国办发〔2017〕47号）附件：网站标签、栏目标签、内容页标签必选',
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ site }) =>
		(site?.pages ?? []).flatMap(({ path, level, tags }) => {
			const missing = missingTags(level, tags);
			if (missing.length === 0) return [];
			const message = `网页${path}缺少标签${missing.join('、')}`;
			return [{ subject: `page:${path}`, message, evidence: { facts: { 缺少: missing.join('、') }, path } }];
		}),
});
