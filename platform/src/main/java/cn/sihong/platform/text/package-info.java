/** What people may type: all of Unicode, within a limit, without what would do harm in public. */
@NullMarked
package cn.sihong.platform.text;

import org.jspecify.annotations.NullMarked;
