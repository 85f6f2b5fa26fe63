import type { MantineColorsTuple } from '@mantine/core';

/** Neutral and accent ramps; every other colour on screen is derived from these or from a status tone. */
export const gray: MantineColorsTuple = [
  '#fafafb',
  '#f4f4f6',
  '#ececf0',
  '#e3e3e8',
  '#d1d1d9',
  '#aeaeb9',
  '#81818d',
  '#5c5c68',
  '#3c3c46',
  '#1a1a20',
];

export const dark: MantineColorsTuple = [
  '#ececf1',
  '#abacb8',
  '#8b8c98',
  '#5f606c',
  '#393a44',
  '#2b2c34',
  '#222329',
  '#1a1b20',
  '#141519',
  '#0e0f12',
];

export const indigo: MantineColorsTuple = [
  '#f2f3ff',
  '#e5e7ff',
  '#cdd1fe',
  '#adb2fb',
  '#8f94f6',
  '#7779f0',
  '#6462e6',
  '#504cd0',
  '#423fae',
  '#353388',
];

export const teal: MantineColorsTuple = [
  '#eafaf7',
  '#d3f2ec',
  '#a6e3d9',
  '#74d2c3',
  '#4bc0ae',
  '#2da896',
  '#178d7d',
  '#0f766a',
  '#0d5f56',
  '#0a4741',
];

/** Only for destructive buttons and errors; white on 6 is 4.9 and on 7 is 7.1. */
export const red: MantineColorsTuple = [
  '#fdecec',
  '#fad7d8',
  '#ffb8bb',
  '#ff9a9f',
  '#f26169',
  '#e5454e',
  '#d4323d',
  '#ab1f2b',
  '#8c1923',
  '#6b131b',
];

type Tokens = Record<`--${string}`, string>;

const lightTones: Tokens = {
  '--fy-ok': '#1f9254',
  '--fy-ok-text': '#14653a',
  '--fy-ok-bg': '#e7f5ed',
  '--fy-warn': '#c77700',
  '--fy-warn-text': '#7a4b00',
  '--fy-warn-bg': '#fdf2dc',
  '--fy-idle': '#81818d',
  '--fy-idle-text': '#4d4d58',
  '--fy-idle-bg': '#f0f0f3',
  '--fy-bad': '#d4323d',
  '--fy-bad-text': '#ab1f2b',
  '--fy-bad-bg': '#fdecec',
  '--fy-info': '#2b74d6',
  '--fy-info-text': '#1c57a5',
  '--fy-info-bg': '#e8f1fc',
  '--fy-note': '#6b4700',
  '--fy-note-bg': '#fff8e3',
  '--fy-note-line': '#ecd08a',
};

const darkTones: Tokens = {
  '--fy-ok': '#3fc380',
  '--fy-ok-text': '#82dbab',
  '--fy-ok-bg': 'rgba(63, 195, 128, .14)',
  '--fy-warn': '#eaa93a',
  '--fy-warn-text': '#f2c878',
  '--fy-warn-bg': 'rgba(234, 169, 58, .14)',
  '--fy-idle': '#8b8c98',
  '--fy-idle-text': '#b9bac4',
  '--fy-idle-bg': '#26272e',
  '--fy-bad': '#f26169',
  '--fy-bad-text': '#ff9a9f',
  '--fy-bad-bg': 'rgba(242, 97, 105, .15)',
  '--fy-info': '#5aa2f5',
  '--fy-info-text': '#97c5fb',
  '--fy-info-bg': 'rgba(90, 162, 245, .15)',
  '--fy-note': '#f0d48a',
  '--fy-note-bg': '#2a2312',
  '--fy-note-line': '#63501d',
};

export const lightTokens: Tokens = {
  ...lightTones,
  '--fy-canvas': gray[1],
  '--fy-panel': '#fff',
  '--fy-pop': '#fff',
  '--fy-sunken': gray[0],
  '--fy-hover': gray[1],
  '--fy-active': '#e6e6eb',
  '--fy-line': gray[3],
  '--fy-line-soft': gray[2],
  '--fy-field-line': '#8e8e9a',
  '--fy-control-line': gray[4],
  '--fy-skeleton': gray[2],
  '--fy-person-ink': '27%',
  '--fy-person-ink-sat': '55%',
  '--fy-person-bg': '90%',
  '--fy-person-bg-sat': '60%',
  '--fy-shadow': '0 1px 2px rgba(20, 20, 30, .06), 0 12px 32px rgba(20, 20, 30, .14)',
  '--fy-veil': 'rgba(20, 20, 28, .30)',
};

export const darkTokens: Tokens = {
  ...darkTones,
  '--fy-canvas': dark[9],
  '--fy-panel': dark[8],
  '--fy-pop': dark[7],
  '--fy-sunken': '#101115',
  '--fy-hover': '#1b1c21',
  '--fy-active': '#25262d',
  '--fy-line': '#2a2b33',
  '--fy-line-soft': '#212228',
  '--fy-field-line': '#6d6e7b',
  '--fy-control-line': dark[4],
  '--fy-skeleton': dark[6],
  '--fy-person-ink': '86%',
  '--fy-person-ink-sat': '70%',
  '--fy-person-bg': '26%',
  '--fy-person-bg-sat': '28%',
  '--fy-shadow': '0 0 0 1px rgba(0, 0, 0, .4), 0 16px 40px rgba(0, 0, 0, .55)',
  '--fy-veil': 'rgba(4, 4, 7, .50)',
};

/** The portal lies on a slightly warmer canvas so that a brand colour of any hue sits well on it. */
export const portalLightTokens: Tokens = {
  '--fy-canvas': '#f6f8f8',
  '--fy-line': '#e1e7e6',
  '--fy-line-soft': '#ebefee',
  '--fy-hover': '#f6f8f8',
};

/** Twelve fixed hues for client marks; white text on each is 5.5 or more. */
export const markHues = [
  '#b4451f',
  '#1f5fae',
  '#3c6b3f',
  '#17527a',
  '#0b6b57',
  '#4a4fb0',
  '#8a3a6b',
  '#8a5a00',
  '#6b3fa0',
  '#5c4a3d',
  '#a02f45',
  '#0f6475',
] as const;
