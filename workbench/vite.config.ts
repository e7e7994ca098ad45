import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const ANTD = /node_modules\/(antd|@ant-design|@rc-component|dayjs)\//;

export default defineConfig({
	base: '/workbench/',
	plugins: [react()],
	build: {
		// Chrome 109 is the last engine for the Windows 7 machines that offices still use.
		target: 'chrome109',
		chunkSizeWarningLimit: 1200,
		rolldownOptions: {
			output: {
				codeSplitting: {
					// What changes with our releases stays apart from what does not: a browser keeps the latter for a year.
					groups: [
						{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//, priority: 3 },
						{ name: 'editor', test: /node_modules\/(@tiptap|prosemirror-|linkifyjs)/, priority: 3 },
						// Tables, pickers, trees and uploads come with the first screen that has one, not with the sign-in.
						{ name: 'antd', test: ANTD, tags: ['$initial'], priority: 2 },
						{ name: 'antd-data', test: ANTD, priority: 1 },
					],
				},
			},
		},
	},
	server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
