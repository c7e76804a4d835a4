import { CommandBody, command } from '../command.js';

/** `POST /api/v1/agenda-items/:id/open-item`. */
export const openItem = command('agenda-items/open-item', CommandBody);
