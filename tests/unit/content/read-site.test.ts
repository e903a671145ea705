import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFolder, slugOf } from '../../../src/content/content-folder.ts';
import { loadSite, readSite } from '../../../src/content/read-site.ts';
import { site as siteSchema } from '../../../src/content/schemas/site.ts';
import { site as written } from '../../../src/site.ts';

const SITES = resolve('tests/fixtures/sites');
const site = siteSchema.parse(written);

describe('the settings of a site', () => {
  it('are those of src/site.ts if the content folder has none of its own', () => {
    expect(loadSite(`${SITES}/faulty/many`)).toEqual(site);
  });

  it('are overridden field by field by site.yaml', () => {
    expect(loadSite(`${SITES}/olemskoi`)).toEqual({
      ...site,
      title: 'Игорь Олемской — практические заметки по системному администрированию Linux CentOS',
      description: 'Перепечатки о GlusterFS, Xen и Fedora с командами и с указанием первоисточника.',
      url: 'https://olemskoi.example/',
      idAuthority: 'olemskoi.example,2010',
      locale: 'ru',
      author: { name: 'Игорь Олемской' },
      comments: { via: 'email', address: 'comments@olemskoi.example' },
      exampleQueries: ['--raid 1', '/etc/glusterfs/glusterfsd.vol', 'iptables -F'],
    });
  });

  it('are missing if site.yaml has a fault', () => {
    expect(readSite(`${SITES}/faulty/site-wrong-locale`).data).toBeUndefined();
    expect(() => loadSite(`${SITES}/faulty/site-wrong-locale`)).toThrow('npm run check:content');
  });
});

describe('the content folder', () => {
  it('is content/ of the project, or the one that the environment names', () => {
    expect(contentFolder({})).toBe(resolve('content'));
    expect(contentFolder({ OPSNOTES_CONTENT: 'tests/fixtures' })).toBe(resolve('tests/fixtures'));
    expect(contentFolder({ OPSNOTES_CONTENT: '/srv/notes' })).toBe('/srv/notes');
  });
});

describe('a slugOf', () => {
  it.each([
    ['tags/high-availability.yaml', 'high-availability'],
    ['a.b.mdx', 'a.b'],
    ['a', 'a'],
  ])('of %s is %s', (path, expected) => {
    expect(slugOf(path)).toBe(expected);
  });
});
