export { Baseline, type BaselineFile, baselineText } from './baseline.ts';
export { type Config, mergeConfigs, parseConfig } from './config.ts';
export { HouseStyle, type HouseStyleOptions, readRejected } from './house-style.ts';
export { CONFIG_NAME, ConfigLoader, readConfig } from './load-config.ts';
