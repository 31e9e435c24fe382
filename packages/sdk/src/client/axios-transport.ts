import type { AxiosInstance } from 'axios'

/** What is used of an axios instance. */
export type AxiosLike = Pick<AxiosInstance, 'request'>
