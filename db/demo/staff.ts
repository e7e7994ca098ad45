/** Who does what in a demo office, by login name. */
export interface Staff {
	clerk: string;
	proofreader: string;
	secrecyReviewer: string;
	leader: string;
}

/** One township has a person for every step; the others get by with three. */
export function staffOf(office: string): Staff {
	if (office === 'wangxi') return { clerk: 'xinxi', proofreader: 'shenhe', secrecyReviewer: 'baomi', leader: 'qianfa' };
	if (office === 'xianfuban') {
		return { clerk: 'gongkaiban', proofreader: 'xianbaomi', secrecyReviewer: 'xianbaomi', leader: 'xianqianfa' };
	}
	const reviewer = `${office}-shencha`;
	return { clerk: `${office}-xinxi`, proofreader: reviewer, secrecyReviewer: reviewer, leader: `${office}-qianfa` };
}
