import { expect, it } from 'vitest';
import { expectAccessible, withPage } from './browser.ts';

const page = (body: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="nb"><title>Prøve</title><main>${body}</main>`)}`;

it('opens a page, runs its script and draws with WebGL2', async () => {
  await withPage(async (tab) => {
    await tab.goto(
      page('<h1>Hei</h1><canvas></canvas><script>document.querySelector("h1").append(" på deg")</script>'),
    );
    expect(await tab.textContent('h1')).toBe('Hei på deg');
    expect(await tab.evaluate('!!document.querySelector("canvas").getContext("webgl2")')).toBe(true);
    await expectAccessible(tab);
  });
});

it('finds what is not accessible', async () => {
  await withPage(async (tab) => {
    await tab.goto(page('<h1>Hei</h1><img src="x.png"><input>'));
    await expect(expectAccessible(tab)).rejects.toThrow(/image-alt.*\n.*label/s);
  });
});

it('fails when the page throws', async () => {
  const opening = withPage((tab) => tab.goto(page('<script>throw new Error("broken page")</script>')));
  await expect(opening).rejects.toThrow('broken page');
});
