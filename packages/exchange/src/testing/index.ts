export { MemoryGrowth, type MemoryHeld, memoryHeld } from './memory-held.js';
