import type { Found, OutsideSite } from '../model.ts';
import { daysSince, defineMonitor, type MonitorRule } from './define.ts';

const CHECK = '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）';
const SILENT_DAYS = 14;
/** 站点无法访问: five visits in a hundred, over a week. Fewer visits than these say nothing. */
const FAILED_SHARE = 0.05;
const FEWEST_VISITS = 20;
/** So many addresses stand in a finding. */
const TOLD = 3;

type Outline = Omit<MonitorRule, 'check'>;

/** A rule about each site an office still runs elsewhere. */
function siteRule(outline: Outline, look: (site: OutsideSite, today: string) => Found[]): MonitorRule {
	return defineMonitor({
		...outline,
		check: ({ outside, today }) => outside.flatMap((site) => look(site, today)),
	});
}

/** One finding a page. */
function pageFound(page: string, message: string, facts: Record<string, string>): Found {
	return { subject: `url:${page}`, message, evidence: { facts: { 网页: page, ...facts }, path: page } };
}

const some = (all: readonly string[]) => all.slice(0, TOLD).join('、');

export const outsideDown = siteRule(
	{
		id: 'M-OUT-DOWN',
		title: '外部网站打不开',
		basis: `${CHECK}：一周内打不开的次数达到5%，单项否决`,
		severity: 'veto',
		...{ points: 0, most: 0 },
	},
	({ host, name, visits: { tried, failed } }) =>
		tried >= FEWEST_VISITS && failed / tried >= FAILED_SHARE
			? [
					{
						subject: `host:${host}`,
						message: `「${name}」一周内访问${tried}次，${failed}次打不开（${Math.round((failed / tried) * 100)}%）`,
						evidence: { facts: { 访问: String(tried), 打不开: String(failed) }, path: `http://${host}/` },
					},
				]
			: [],
);

export const outsideSilent = siteRule(
	{
		id: 'M-OUT-HOME',
		title: '外部网站首页两周没有更新',
		basis: `${CHECK}：首页两周未更新，单项否决`,
		severity: 'veto',
		...{ points: 0, most: 0 },
	},
	({ host, name, changedOn }, today) => {
		const days = changedOn === null ? 0 : daysSince(changedOn, today);
		if (changedOn === null || days <= SILENT_DAYS) return [];
		return [
			{
				subject: `host:${host}`,
				message: `「${name}」首页已${days}天没有变化`,
				evidence: { facts: { 最近变化: changedOn }, path: `http://${host}/` },
			},
		];
	},
);

export const outsideLeak = siteRule(
	{
		id: 'M-OUT-LEAK',
		title: '外部网站公开个人信息',
		basis: '《政府信息公开条例》第十五条；《个人信息保护法》第二十五条、第二十八条',
		severity: 'veto',
		...{ points: 0, most: 0 },
	},
	({ leaks }) =>
		leaks.map(({ page, kinds, count }) =>
			pageFound(page, `网页${page}有${count}处疑似${kinds.join('、')}`, {
				种类: kinds.join('、'),
				处数: String(count),
			}),
		),
);

export const outsideDead = siteRule(
	{
		id: 'M-OUT-DEAD',
		title: '外部网站链接失效',
		basis: `${CHECK}：信息内容准确，没有失效链接`,
		severity: 'error',
		...{ points: 0.2, most: 5 },
	},
	({ dead }) =>
		dead.map(({ page, targets }) =>
			pageFound(page, `网页${page}有${targets.length}个链接打不开：${some(targets)}`, { 链接: some(targets) }),
		),
);

export const outsideForeign = siteRule(
	{
		id: 'M-OUT-LINK',
		title: '外部网站链接到政府网站以外',
		basis: `${CHECK}：链接政府网站以外的，应当确认必要、可靠，并在离开时提示`,
		severity: 'warning',
		...{ points: 0.1, most: 3 },
	},
	({ foreign }) =>
		foreign.map(({ page, hosts }) =>
			pageFound(page, `网页${page}链接到政府网站以外：${some(hosts)}`, { 主机: some(hosts) }),
		),
);

export const outsideTagless = siteRule(
	{
		id: 'M-OUT-TAGS',
		title: '外部网站网页标签不全',
		basis: '《政府网站发展指引》（国办发〔2017〕47号）附件',
		severity: 'warning',
		...{ points: 0.1, most: 3 },
	},
	({ tagless }) =>
		tagless.map(({ page, missing }) =>
			pageFound(page, `网页${page}缺少标签${missing.join('、')}`, { 缺少: missing.join('、') }),
		),
);
