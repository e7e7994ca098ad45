/** States as they look in lists and on the page. */
export const LOOK = {
	draft: ['草稿', 'default'],
	published: ['已发布', 'success'],
	withdrawn: ['已撤下', 'default'],
} as const;

export const STATE_OPTIONS = Object.entries(LOOK).map(([value, [label]]) => ({ value, label }));

/** What each hand is called in the history. */
export const DONE: Readonly<Record<string, string>> = {
	create: '新建',
	save: '修改',
	publish: '发布',
	withdraw: '撤下',
};
