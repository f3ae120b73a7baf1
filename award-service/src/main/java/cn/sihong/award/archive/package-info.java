/**
 * What remains of a programme (归档, research.md §6.4): one package with the documents as they were
 * hashed, signed and published, metadata as XML, an index, digests, and the report of the four
 * properties (四性检测). It is made piece by piece in the background and goes on where it was after an
 * interruption; whoever has the file can check it with a command that needs nothing else.
 *
 * <p>Who objected is in no package: of objections only the docket without persons is kept.
 */
@NullMarked
package cn.sihong.award.archive;

import org.jspecify.annotations.NullMarked;
