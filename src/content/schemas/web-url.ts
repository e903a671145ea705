import { z } from 'zod';

/** An absolute `http:` or `https:` address. */
export const webUrl = z.url({
  protocol: /^https?$/,
  error: 'an address that starts with `https://` or `http://`',
});
