/**
 * Chinese on paper. A PDF embeds the characters it uses from the project's own typeface, never from
 * the machine it is printed on; what is drawn with it is each feature's own business.
 */
@NullMarked
package cn.sihong.platform.print;

import org.jspecify.annotations.NullMarked;
