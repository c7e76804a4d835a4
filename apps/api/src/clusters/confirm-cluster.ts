import { command } from '../command.js';
import { ClusterWordsBody } from './cluster-words.js';

/** `POST /api/v1/clusters/:id/confirm-cluster`. */
export const confirmCluster = command('clusters/confirm-cluster', ClusterWordsBody);
