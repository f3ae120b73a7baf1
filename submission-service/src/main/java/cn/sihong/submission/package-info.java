/**
 * What schools say and their units pass on: programmes, the organisation tree, plans, applications,
 * batches and their attachments. One package per feature; a feature's public types are its door.
 */
@NullMarked
package cn.sihong.submission;

import org.jspecify.annotations.NullMarked;
