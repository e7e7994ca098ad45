/** What this module says to people. */
export const messages = {
	noChannel: (channel: string) => `尚未设置${channel}，请系统管理员按运行手册设置后重启。`,
	unreadable: '消息无法读出，请检查身份密钥',
	notFailed: '只有发送失败的消息才能处理，请刷新后再看。',
	mailTo: '请填写正确的电子邮箱。',
	smsTo: '请填写11位手机号码。',
	test: { subject: '政务公开工作台测试消息', text: '这是一条测试消息，收到即表示发送设置可用。' },
} as const;
