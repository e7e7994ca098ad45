import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
	base: '/workbench/',
	plugins: [react()],
	// Chrome 109 is the last engine for the Windows 7 machines that offices still use.
	build: { target: 'chrome109', chunkSizeWarningLimit: 1200 },
	server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
