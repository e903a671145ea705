import { z } from 'zod';
import { addressProblem } from '../web-address.ts';

/** An absolute `http:` or `https:` address. */
export const webUrl = z
  .url({
    protocol: /^https?$/,
    error: 'an address that starts with `https://` or `http://`',
  })
  .superRefine((address, context) => {
    const expected = addressProblem(address);
    if (expected !== undefined) context.addIssue({ code: 'custom', message: expected });
  });
