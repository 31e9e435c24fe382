import { receiveText } from '../body/receive-body.ts'
import { emptyReply, xmlReply } from '../http/reply.ts'
import type { Handler, S3Context, S3Request } from '../http/s3-request.ts'
import { S3Error } from '../s3-error.ts'
import type { StoredObject } from '../store/stored-object.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { childrenNamed, childText, element, type XmlElement } from '../xml/xml-element.ts'
import { findObject } from './find-object.ts'

function find({ bucket, key, query }: S3Request, { storage }: S3Context): StoredObject {
  storage.buckets.get(bucket)
  return findObject(storage.objects, { bucket, key }, query.get('versionId'))
}

function toTag(tag: XmlElement): [key: string, value: string] {
  const key = childText(tag, 'Key')
  if (!key) throw new S3Error('MalformedXML')
  return [key, childText(tag, 'Value') ?? '']
}

export const getObjectTagging: Handler = (request, context) => {
  const tags = Object.entries(find(request, context).tags).map(([key, value]) =>
    element('Tag', [element('Key', key), element('Value', value)]),
  )
  return xmlReply(element('Tagging', [element('TagSet', tags)]))
}

export const putObjectTagging: Handler = async (request, context) => {
  const document = parseXml(await receiveText(request, 65_536))
  const tags = childrenNamed(document, 'TagSet').flatMap((set) => childrenNamed(set, 'Tag').map(toTag))
  context.storage.objects.setTags(find(request, context).id, Object.fromEntries(tags))
  return emptyReply(200)
}

export const deleteObjectTagging: Handler = (request, context) => {
  context.storage.objects.setTags(find(request, context).id, {})
  return emptyReply(204)
}
