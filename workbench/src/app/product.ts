/** What the staff call this face of the system; the portal has the name of the settings. */
export const PRODUCT = '政务公开工作台';
